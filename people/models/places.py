"""Where people belong: a small tree of places, and the classes that meet there."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from languages.collation import sort_key

from .profiles import name_of


class Place(models.Model):
    """A settlement or a district, perhaps within a larger one."""

    within = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
        verbose_name=_("within"),
        help_text=_("The larger place that this one is a part of, such as a district. May stay empty."),
    )
    # {language: name}: languages are the site's, and would ask every site for columns of its own.
    names = models.JSONField(_("name"), default=dict)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if self.within_id and self.pk in (place.pk for place in self.within.and_above()):
            raise ValueError("A place cannot be within itself.")
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """Return the name in the language in force, or in the first language that has one."""
        own = self.names.get(get_language())
        return own or next((name for name in self.names.values() if name), "")

    def and_above(self):
        """Yield the place and those it is within, the nearest first. Runs a query for each."""
        place, seen = self, set()
        while place and place.pk not in seen:
            seen.add(place.pk)
            yield place
            place = place.within

    def and_parts(self) -> list["Place"]:
        """Return the place and everything within it. Runs one query."""
        below = {}
        for place in Place.objects.all():
            below.setdefault(place.within_id, []).append(place)
        found = [self]
        for place in found:
            found.extend(below.get(place.pk, []))
        return found


class CohortQuerySet(models.QuerySet):
    def running(self):
        """Leave out those that have ended; the day on which one ends may lie ahead."""
        return self.exclude(ended_on__lte=timezone.localdate())

    def taught_by(self, teacher):
        return self.filter(teachers=teacher)


class Cohort(models.Model):
    """A class: people in a place who learn together, with their teachers."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("As people call it, for example “Mondays at six”.")
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="cohorts", verbose_name=_("place")
    )
    teachers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="lifelong_cohorts_taught",
        blank=True,
        verbose_name=_("teachers"),
    )
    learners = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="lifelong_cohorts"
    )
    ended_on = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("A class that has ended is not offered for signing in any more."),
    )

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = _("class")
        verbose_name_plural = _("classes")

    def __str__(self):
        return self.name

    @property
    def has_ended(self) -> bool:
        return self.ended_on is not None and self.ended_on <= timezone.localdate()

    def add(self, learner) -> "Membership":
        """Take a learner into the class; safe to call twice."""
        return Membership.objects.get_or_create(cohort=self, learner=learner, left_at=None)[0]


class MembershipQuerySet(models.QuerySet):
    def present(self):
        """Leave out those who have left the class or whose account is closed."""
        return self.filter(left_at=None, learner__is_active=True)

    def by_name(self, language) -> list["Membership"]:
        """Return them as people look for names. Runs one query."""
        found = self.select_related("learner__learner_profile", "learner__lifelong_secret")
        return sorted(found, key=lambda member: (sort_key(member.name, language), member.pk))


class Membership(models.Model):
    """That a learner is, or was, in a class."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="memberships")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lifelong_memberships"
    )
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "learner"],
                condition=models.Q(left_at=None),
                name="lifelong_people_in_a_class_once",
            )
        ]

    def __str__(self):
        return f"{self.learner} – {self.cohort}"

    @property
    def name(self) -> str:
        return name_of(self.learner)

    def leave(self) -> None:
        """Take the learner off the class; safe to call twice."""
        if self.left_at is None:
            self.left_at = timezone.now()
            self.save(update_fields=["left_at"])
