from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people import locks
from people.own_secrets import OwnPasswordForm

from . import keeping

WRONG = _("This code is wrong or was used already. Wait for the next one.")


class CodeForm(forms.Form):
    """A code of somebody who has shown their password."""

    code = forms.CharField(
        label=_("One-time code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
        help_text=_("Six digits from the app on your telephone, or one of your recovery codes."),
        error_messages={"required": _("Write the code."), "max_length": _("Write the code.")},
    )

    def __init__(self, request, person, posted=None):
        super().__init__(posted)
        self.request, self.person = request, person

    def clean_code(self):
        code = self.cleaned_data["code"]
        known = authenticate(self.request, username=self.person.get_username(), code=code)
        if known is None or known.pk != self.person.pk:
            raise ValidationError(locks.refusal(self.request, WRONG))
        return code


class FirstCodeForm(CodeForm):
    """The first code of a new telephone; with it come the `recovery_codes`."""

    recovery_codes = ()

    def __init__(self, *args):
        super().__init__(*args)
        self.fields["code"].help_text = ""  # the page has said which digits

    def clean_code(self):
        code = self.cleaned_data["code"]
        self.recovery_codes = keeping.confirm(self.person, code)
        if not self.recovery_codes:
            raise ValidationError(WRONG)
        return code


class PresentPasswordForm(OwnPasswordForm):
    """The password once more, before codes are switched on: a person who left their screen open is not locked out."""

    new = again = None
