from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .places import Place


class LabComputerQuerySet(models.QuerySet):
    def registered(self):
        return self.filter(revoked_at=None)


class LabComputer(models.Model):
    """A browser that the school looks after: only there are classes, names and short secrets offered."""

    name = models.CharField(
        _("name"), max_length=80, help_text=_("As it is written on the computer, for example “Window 3”.")
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        related_name="lab_computers",
        verbose_name=_("place"),
        help_text=_("The classes of this place, and of the places within it, are offered for signing in."),
    )
    # How its pages look to whoever has not chosen for themselves: see people.looks.
    text_size = models.CharField(_("Text size"), max_length=10, blank=True)
    contrast = models.CharField(_("Contrast"), max_length=10, blank=True)
    # That of its door for whoever comes next. No choices: languages are the site's.
    language = models.CharField(_("Language"), max_length=10, blank=True)
    # The browser holds a random token in a cookie; whoever reads this table cannot make that cookie.
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    registered_at = models.DateTimeField(_("registered"), auto_now_add=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("registered by"),
        editable=False,
    )
    revoked_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    objects = LabComputerQuerySet.as_manager()

    class Meta:
        verbose_name = _("lab computer")
        verbose_name_plural = _("lab computers")

    def __str__(self):
        return self.name
