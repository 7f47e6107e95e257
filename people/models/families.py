"""Who may look after whom, and what people have agreed to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class GuardianshipQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at=None)


class Guardianship(models.Model):
    """That an adult looks after a learner: linked by the coordinator, never by a code."""

    guardian = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lifelong_wards",
        verbose_name=_("guardian"),
    )
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lifelong_guardians",
        verbose_name=_("child or other learner"),
    )
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    linked_at = models.DateTimeField(_("linked"), default=timezone.now, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    objects = GuardianshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("guardian of a learner")
        verbose_name_plural = _("guardians and children")
        constraints = [
            models.UniqueConstraint(
                fields=["guardian", "learner"],
                condition=Q(ended_at=None),
                name="lifelong_people_guardian_once",
            ),
            models.CheckConstraint(
                condition=~Q(guardian=models.F("learner")), name="lifelong_people_nobody_guards_themselves"
            ),
        ]

    def __str__(self):
        return f"{self.guardian} – {self.learner}"


class ConsentQuerySet(models.QuerySet):
    def in_force(self, at=None):
        """Return what was agreed to, has not run out and has not been taken back."""
        at = at or timezone.now()
        return self.filter(Q(until=None) | Q(until__gte=timezone.localdate(at)), withdrawn_at=None)


class Consent(models.Model):
    """That somebody agreed to something about a learner. Rows are never changed but to be taken back."""

    class Purpose(models.TextChoices):
        PROGRESS = "progress", _("The guardian sees which courses and lessons the learner takes")
        RESULTS = "results", _("The guardian sees what went well in tests, in words and never the answers")
        PHOTO = "photo", _("A photo may stand beside the name at lab computers")
        PUBLIC_NAME = "public-name", _("The name may be shown on a public certificate; adults only")

    class How(models.TextChoices):
        SCREEN = "screen", _("on screen")
        PAPER = "paper", _("on paper")

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lifelong_consents",
        verbose_name=_("learner"),
    )
    purpose = models.CharField(_("for what"), max_length=20, choices=Purpose)
    how = models.CharField(_("how"), max_length=10, choices=How, default=How.PAPER)
    given_by = models.CharField(
        _("given by"), max_length=120, help_text=_("Who agreed: the learner, or the parent or guardian.")
    )
    given_on = models.DateField(_("given on"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: until it is taken back."))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, editable=False)
    withdrawn_by = models.CharField(_("taken back by"), max_length=120, blank=True, editable=False)
    withdrawal_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes = [models.Index(fields=["learner", "purpose"], name="lifelong_people_consents_of")]

    def __str__(self):
        return f"{self.learner}: {self.get_purpose_display()}"
