"""What staff give learners beyond the rules of a test: attempts, time, other dates, a clock that stood still."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Allowance(models.Model):
    """What one learner, or one group, may beyond the rules of one test. An empty field changes nothing.

    `group` is a key that a function under the hook `lifelong_groups_of` gives to learners, see `quizzes.allowing`.
    """

    page_key = models.UUIDField(db_index=True)
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="lifelong_allowances"
    )
    group = models.CharField(_("group"), max_length=64, blank=True)
    attempt_limit = models.PositiveSmallIntegerField(
        _("attempts"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(1000)],
        help_text=_("In all, not in addition. 0: as many as they like."),
    )
    time_limit = models.PositiveIntegerField(
        _("time limit, minutes"),
        null=True,
        blank=True,
        help_text=_("In all, not in addition. 0: no limit. It holds for a running attempt, too."),
    )
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(learner=None) ^ models.Q(group=""), name="lifelong_allowance_for_somebody"
            )
        ]

    def __str__(self):
        return str(self.learner or self.group)


class Outage(models.Model):
    """A time in which nobody could answer. The clocks of the attempts that were running stood still.

    `is_by_clock`: nobody declared it; the server's clock was set on, and that time never passed (`quizzes.jumps`).
    """

    began_at = models.DateTimeField(_("from"))
    ended_at = models.DateTimeField(_("to"))
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    is_by_clock = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("outage")
        verbose_name_plural = _("outages")

    def __str__(self):
        return f"{self.began_at:%Y-%m-%d %H:%M} – {self.ended_at:%H:%M}"

    @property
    def why(self):
        """The reason in the reader's language, also where it was found by no person."""
        return self.reason or (_("The server's clock was set to another time.") if self.is_by_clock else "")

    def clean(self):
        if self.began_at and self.ended_at and self.ended_at <= self.began_at:
            raise ValidationError({"ended_at": _("The end lies before the beginning.")})
