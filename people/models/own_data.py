"""Who asks to be erased, who was, and what people were called before."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ErasureRequest(models.Model):
    """That somebody asks the school to erase what it keeps of them. Taking it back deletes the row."""

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lifelong_erasure_request",
        verbose_name=_("learner"),
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)

    class Meta:
        verbose_name = _("request to be erased")
        verbose_name_plural = _("requests to be erased")

    def __str__(self):
        return f"{self.learner}, {self.asked_at:%Y-%m-%d}"


class Erasure(models.Model):
    """That somebody was erased: enough to know them again after an older back-up was restored, and nothing else."""

    digest = models.CharField(max_length=64, unique=True)  # see people.own_data.register
    erased_on = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self):
        return f"{self.digest[:12]}… {self.erased_on}"


class FormerName(models.Model):
    """A login or a name that somebody had before: others may have written it down, and it is to go with the person."""

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lifelong_former_names"
    )
    name = models.CharField(max_length=310)  # Django's first and last name together are the longest

    class Meta:
        verbose_name = _("former name or login")
        verbose_name_plural = _("former names and logins")
        constraints = [
            models.UniqueConstraint(fields=["learner", "name"], name="lifelong_people_former_name_once")
        ]

    def __str__(self):
        return self.name
