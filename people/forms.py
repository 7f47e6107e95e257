from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people import accounts, locks
from people.models import LearnerProfile

LOGIN_MISSING = {"required": _("Write your login.")}
PASSWORD_MISSING = {"required": _("Write your password.")}
TOO_LONG = _("This name is too long. Write a shorter one.")

# Django has these in Russian but not all of them in Kazakh.
PASSWORD_MESSAGES = {
    "password_too_short": _("This password is too short. Characters needed: %(min_length)d."),
    "password_too_common": _("Many people use this password. Choose another one."),
    "password_entirely_numeric": _("This password has digits only. Add some letters."),
    "password_too_similar": _("This password is too much like your login. Choose another one."),
}


def login_input():
    return forms.TextInput(attrs={"spellcheck": "false"})


def password_input(autocomplete: str):
    return forms.PasswordInput(attrs={"autocomplete": autocomplete})


class SignInForm(AuthenticationForm):
    """Login and password; Django's form in our words."""

    username = UsernameField(label=_("Login"), widget=login_input(), error_messages=LOGIN_MISSING)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=password_input("current-password"),
        error_messages=PASSWORD_MISSING,
    )
    error_messages = {
        "invalid_login": _("We do not know this login and password. Check both and try again."),
        "inactive": _("This account is closed. Ask the school to open it."),
    }

    def get_invalid_login_error(self):
        words = locks.refusal(self.request, self.error_messages["invalid_login"])
        return ValidationError(words, code="invalid_login")


class RegisterForm(forms.Form):
    """An adult makes an account of their own."""

    username = UsernameField(
        label=_("Login"),
        widget=login_input(),
        help_text=_("You sign in with it. Letters and digits, without spaces."),
        error_messages={"required": _("Choose a login.")},
    )
    call_name = forms.CharField(
        label=_("How shall we call you?"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"max_length": TOO_LONG},
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=password_input("new-password"),
        help_text=_("At least 8 characters. Two or three words are good."),
        error_messages={"required": _("Choose a password.")},
    )

    def clean_username(self):
        login = self.cleaned_data["username"]
        User = get_user_model()
        try:
            User._meta.get_field(User.USERNAME_FIELD).run_validators(login)
        except ValidationError as error:
            raise ValidationError(_("Use letters, digits and the signs @ . + - _ only.")) from error
        if accounts.is_taken(login):
            self.refuse_taken_login()
        return login

    def refuse_taken_login(self):
        raise ValidationError(_("Somebody has this login already. Choose another one."))

    def clean_password(self):
        return valid_password(self.cleaned_data["password"], self.cleaned_data.get("username", ""))


def valid_password(password: str, login: str = "", person=None) -> str:
    """Return `password`, or raise ValidationError saying in plain words what it lacks."""
    User = get_user_model()
    try:
        password_validation.validate_password(password, person or User(**{User.USERNAME_FIELD: login}))
    except ValidationError as error:
        raise ValidationError([in_our_words(each) for each in error.error_list]) from error
    return password


def in_our_words(error: ValidationError) -> ValidationError:
    """Return an error of Django's password validators in words that we have in every language."""
    return ValidationError(PASSWORD_MESSAGES.get(error.code, error.message), error.code, error.params)


class AccountForm(forms.ModelForm):
    """What people may say about themselves."""

    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        help_text=_("After signing in you see the site in this language."),
        error_messages={"invalid_choice": _("Choose one of the languages.")},
    )

    class Meta:
        model = LearnerProfile
        fields = ("call_name", "full_name", "language")
        widgets = {
            "call_name": forms.TextInput(attrs={"autocomplete": "nickname"}),
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
        }
        help_texts = {
            "full_name": _(
                "As it should stand on papers. You may leave it empty. A patronymic is not needed."
            )
        }
        error_messages = {name: {"max_length": TOO_LONG} for name in ("call_name", "full_name")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices()


def language_choices():
    """Return the site's languages, each in its own words, and the choice of none."""
    return [("", _("The language I come with")), *settings.LANGUAGES]
