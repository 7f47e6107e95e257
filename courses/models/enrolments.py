"""Who takes which course."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EnrolmentQuerySet(models.QuerySet):
    def by(self, learner):
        return self.filter(learner=learner)

    def on(self, course_key):
        return self.filter(course_key=course_key)

    def active(self):
        return self.filter(ended_at=None)


class Enrolment(models.Model):
    """One learner in one course, in whatever languages they read it.

    Leaving ends an enrolment and coming back makes another one. Progress hangs on the
    learner and the lessons' own keys, so neither loses any.
    """

    class How(models.TextChoices):
        SELF = "self", _("joined by themselves")
        STAFF = "staff", _("enrolled by staff")

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lifelong_enrolments")
    course_key = models.UUIDField()
    how = models.CharField(max_length=8, choices=How.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    enrolled_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "course_key"],
                condition=models.Q(ended_at=None),
                name="lifelong_one_active_enrolment",
            )
        ]
        indexes = [models.Index(fields=["course_key", "ended_at"], name="lifelong_enrolments_of_course")]

    def __str__(self):
        return f"{self.learner_id} {self.course_key}"

    @property
    def is_active(self):
        return self.ended_at is None

    @property
    def is_completed(self):
        return self.completed_at is not None
