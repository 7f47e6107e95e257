"""How long things are kept of people, as the school decides."""

from django import forms
from django.conf import settings
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseGenericSetting

CONTACTS = {f"contact_{code}": code for code, _language in settings.LANGUAGES}


class ContactsForm(WagtailAdminModelForm):
    """Whom to ask, in each language of the site."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, code in CONTACTS.items():
            self.initial[name] = self.instance.contacts.get(code, "")

    def save(self, commit=True):
        typed = {code: self.cleaned_data[name].strip() for name, code in CONTACTS.items()}
        self.instance.contacts = {code: words for code, words in typed.items() if words}
        return super().save(commit)


def _contact_in(language):
    return forms.CharField(
        label=format_lazy(_("Whom to ask, in {language}"), language=language),
        help_text=_("A name, a telephone, where and when. Shown to everybody."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


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
    contacts = models.JSONField(default=dict, blank=True)  # {language: whom to ask}

    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("account_months", "sign_in_days", "log_months", *CONTACTS)],
        base_form_class=type(
            "KeepingRulesForm",
            (ContactsForm,),
            {name: _contact_in(dict(settings.LANGUAGES)[code]) for name, code in CONTACTS.items()},
        ),
    )

    class Meta:
        verbose_name = _("how long data is kept")

    @classmethod
    def current(cls) -> "KeepingRules":
        """Return the rules without making a row: reading a page writes nothing. Runs one query."""
        return cls.objects.first() or cls()

    @property
    def contact(self):
        """Return whom to ask, as {language, words}: in the language in force, or in the first that has any."""
        for code in (get_language(), *CONTACTS.values()):
            if self.contacts.get(code):
                return {"language": code, "words": self.contacts[code]}
        return None
