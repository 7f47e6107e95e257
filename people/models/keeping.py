"""How long things are kept of people, as the school decides."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting


class KeepingRules(BaseGenericSetting):
    """There is one row, or none yet. `people.own_data.keeping` goes by it, and the page about it tells everybody."""

    account_months = models.PositiveSmallIntegerField(
        _("accounts that nobody signs in to, months"),
        default=36,
        help_text=_("After so long without a sign-in a learner is erased. 0: never. Staff are not."),
    )
    sign_in_days = models.PositiveSmallIntegerField(
        _("wrong tries to sign in, days"),
        default=30,
        help_text=_("They say from which address somebody tried, and when."),
    )
    log_months = models.PositiveSmallIntegerField(
        _("what staff did with accounts, months"),
        default=24,
        help_text=_("Such as giving a new PIN. 0: for ever."),
    )
    contact = models.TextField(
        _("whom to ask"),
        blank=True,
        help_text=_("A name, a telephone, where and when. Shown to everybody; write it in each language."),
    )

    panels = [
        FieldPanel("account_months"),
        FieldPanel("sign_in_days"),
        FieldPanel("log_months"),
        FieldPanel("contact"),
    ]

    class Meta:
        verbose_name = _("how long data is kept")

    @classmethod
    def current(cls) -> "KeepingRules":
        """Return the rules without making a row: reading a page writes nothing. Runs one query."""
        return cls.objects.first() or cls()
