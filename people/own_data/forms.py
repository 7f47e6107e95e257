from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import name_of
from people.roles import is_staff


class FindForm(forms.Form):
    """Somebody by login. The school's lists hold the logins; a list of all people to choose from would be one more."""

    login = forms.CharField(
        label=_("Login"), max_length=150, error_messages={"required": _("Write a login.")}
    )

    def clean_login(self):
        User = get_user_model()
        login = self.cleaned_data["login"].strip()
        people = User._default_manager.exclude(learner_profile__is_nobody=True)
        self.person = people.filter(**{f"{User.USERNAME_FIELD}__iexact": login}).first()
        if self.person is None:
            raise ValidationError(_("Nobody has this login."))
        return login


class ErasureForm(forms.Form):
    """The name, typed: nobody erases the wrong person by pressing a button too fast."""

    name = forms.CharField(
        label=_("Type the name"),
        help_text=_("As it stands above. It cannot be undone."),
        error_messages={"required": _("Type the name, and only then press the button.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self):
        typed = " ".join(self.cleaned_data["name"].split())
        if typed != " ".join(name_of(self.person).split()):
            raise ValidationError(_("This is another name. Look again whom you are about to erase."))
        return typed


class MergeForm(FindForm):
    """The login of the same person's other account, which stays."""

    def __init__(self, gone, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Login of the account that stays")
        self.gone = gone

    def clean_login(self):
        login = super().clean_login()
        if self.person.pk == self.gone.pk:
            raise ValidationError(
                _("This is the account that you are looking at. Write the login of the other one.")
            )
        if is_staff(self.person) or is_staff(self.gone):
            raise ValidationError(_("An account of the staff cannot be joined with another one."))
        return login
