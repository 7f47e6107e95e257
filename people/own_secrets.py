"""Changing one's own PIN or password. It asks for the present one: somebody else may have sat down here."""

from django import forms
from django.contrib.auth import authenticate, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people import locks
from people.forms import PASSWORD_MISSING, password_input, valid_password
from people.long_passwords import StaffPasswordValidator
from people.pins import LENGTH, LENGTH_IN_THE_LAB, check_pin, read_pin
from people.roles import is_staff
from people.sign_in_secrets import Kind, give_password, give_pin, secret_in_use, secret_of

DIFFERENT = _("These two are not the same. Write the new one twice.")


class OwnPasswordForm(forms.Form):
    """The present password, and a new one twice, for nobody sees what they type."""

    present = forms.CharField(
        label=_("Your password now"),
        strip=False,
        widget=password_input("current-password"),
        error_messages=PASSWORD_MISSING,
    )
    new = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=password_input("new-password"),
        help_text=_("At least 8 characters. Two or three words are good."),
        error_messages={"required": _("Choose a password.")},
    )
    again = forms.CharField(
        label=_("New password once more"),
        strip=False,
        widget=password_input("new-password"),
        error_messages={"required": DIFFERENT},
    )
    wrong = _("This is not your password. Try again.")

    def __init__(self, request, posted=None):
        super().__init__(posted)
        self.request = request
        self.learner = request.user
        if "new" in self.fields and is_staff(self.learner):
            self.fields["new"].help_text = StaffPasswordValidator().get_help_text()

    def clean_present(self):
        """Check it as at the door, where wrong tries are counted."""
        present, login = self.cleaned_data["present"], self.learner.get_username()
        known = authenticate(self.request, username=login, password=present)
        if known is None or known.pk != self.learner.pk:
            raise ValidationError(locks.refusal(self.request, self.wrong))
        return present

    def clean_new(self):
        return valid_password(self.cleaned_data["new"], self.learner.get_username(), self.learner)

    def clean_again(self):
        again = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise ValidationError(DIFFERENT)
        return again

    def save(self):
        """Give the new one and stay signed in here. Every other session ends, for it was opened with the old one."""
        self.give(self.cleaned_data["new"])
        update_session_auth_hash(self.request, self.learner)

    def give(self, password):
        give_password(self.learner, password)


class OwnPinForm(OwnPasswordForm):
    """The same for digits. The new PIN is as long as the present one."""

    wrong = _("This is not your PIN. Try again.")

    def __init__(self, request, posted=None):
        super().__init__(request, posted)
        self.is_for_the_lab = secret_of(self.learner).is_for_the_lab
        length = LENGTH_IN_THE_LAB if self.is_for_the_lab else LENGTH
        about = {
            "present": (_("Your PIN now"), _("Write your PIN.")),
            "new": (_("New PIN"), _("Choose a PIN.")),
            "again": (_("New PIN once more"), DIFFERENT),
        }
        for name, (label, missing) in about.items():
            field = self.fields[name]
            field.label, field.error_messages["required"] = label, missing
            field.widget.attrs.update(autocomplete="off", inputmode="numeric")
        self.fields["new"].help_text = _("%(length)d digits. Not a date, not a row like 1234.") % {
            "length": length
        }

    def clean_new(self):
        pin = read_pin(self.cleaned_data["new"])
        check_pin(pin, in_the_lab=self.is_for_the_lab)
        return pin

    def clean_again(self):
        self.cleaned_data["again"] = read_pin(self.cleaned_data["again"])
        return super().clean_again()

    def give(self, pin):
        give_pin(self.learner, pin, in_the_lab=self.is_for_the_lab)


def form_for(learner) -> type[OwnPasswordForm] | None:
    """Return the form for what a learner signs in with; None for pictures, which a teacher gives. Runs a query."""
    secret = secret_in_use(learner)
    if secret is None:
        return OwnPasswordForm
    return OwnPinForm if secret.kind == Kind.PIN else None
