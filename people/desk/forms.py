"""The forms of the desk."""

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from languages.transliteration import ascii_slug
from people import accounts, signs
from people.consents import Purpose, is_adult, is_guardian, is_minor
from people.forms import language_choices
from people.looks import CONTRAST, TEXT_SIZE
from people.models import Cohort, Consent, Guardianship, LabComputer, LearnerProfile, Place
from people.roles import is_staff

from .giving import KINDS, LAB_PIN

SIGNS = [("", _("The first letter of the name")), *signs.ANIMALS.items()]


class NewPersonForm(forms.Form):
    """Five things about a person, of which one is needed."""

    call_name = forms.CharField(
        label=_("Name of the person"),
        max_length=80,
        help_text=_("As they want to be called, and as it stands on the list at the door."),
        error_messages={"required": _("Write a name.")},
    )
    kind = forms.ChoiceField(label=_("They sign in with"), choices=KINDS.items(), initial=LAB_PIN)
    sign = forms.ChoiceField(
        label=_("Picture beside the name"),
        choices=SIGNS,
        required=False,
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    login = forms.CharField(
        label=_("Login"),
        max_length=60,
        required=False,
        help_text=_("For signing in from home. Leave it empty, and it is made from the name."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices()

    def clean_login(self):
        login = self.cleaned_data["login"].strip()
        return valid_login(login) if login else ""

    def clean(self):
        typed = super().clean()
        if typed.get("call_name") and not typed.get("login") and "login" not in self.errors:
            typed["login"] = free_login(typed["call_name"])
        return typed


def valid_login(login: str) -> str:
    """Return `login`, or raise ValidationError where it cannot be one or somebody has it."""
    User = get_user_model()
    try:
        User._meta.get_field(User.USERNAME_FIELD).run_validators(login)
    except ValidationError as error:
        raise ValidationError(_("Use letters, digits and the signs @ . + - _ only.")) from error
    if accounts.is_taken(login):
        raise ValidationError(_("Somebody has this login already. Choose another one."))
    return login


def free_login(name: str) -> str:
    """Return a login in plain Latin letters that nobody has: "aigerim", "aigerim2", …"""
    stem = ascii_slug(name).partition("-")[0][:30] or "learner"
    User = get_user_model()
    taken = {
        login.casefold()
        for login in User._default_manager.filter(
            **{f"{User.USERNAME_FIELD}__istartswith": stem}
        ).values_list(User.USERNAME_FIELD, flat=True)
    }
    number = 1
    while (login := stem if number == 1 else f"{stem}{number}") in taken:
        number += 1
    return login


class PersonForm(forms.ModelForm):
    """What stands at the door for a person, and where they belong."""

    sign = forms.ChoiceField(label=_("Picture beside the name"), choices=SIGNS, required=False)

    class Meta:
        model = LearnerProfile
        fields = ["call_name", "full_name", "sign", "place"]
        labels = {"call_name": _("Name of the person"), "full_name": _("Name in full")}
        error_messages = {"call_name": {"required": _("Write a name.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["call_name"].required = True


class KnownPersonForm(forms.Form):
    """Somebody who has an account, by login: a coordinator takes them into the class."""

    login = forms.CharField(
        label=_("Login"), max_length=150, error_messages={"required": _("Write a login.")}
    )

    def clean_login(self):
        User = get_user_model()
        login = self.cleaned_data["login"].strip()
        self.learner = User._default_manager.filter(**{f"{User.USERNAME_FIELD}__iexact": login}).first()
        if self.learner is None:
            raise ValidationError(_("Nobody has this login."))
        if is_staff(self.learner):
            raise ValidationError(
                _("This account is one of the staff. They are not put on lists at the door.")
            )
        return login


class SecretForm(forms.Form):
    kind = forms.ChoiceField(choices=KINDS.items())


class PlaceForm(forms.ModelForm):
    """A place with its name in each language, of which one is needed."""

    class Meta:
        model = Place
        fields = ["within"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name in %(language)s") % {"language": language},
                max_length=100,
                required=False,
                initial=self.instance.names.get(code, ""),
            )
        self.order_fields([*(f"name_{code}" for code, _language in settings.LANGUAGES), "within"])

    def clean(self):
        typed = super().clean()
        names = {code: typed.get(f"name_{code}", "").strip() for code, _language in settings.LANGUAGES}
        if not any(names.values()):
            raise ValidationError(_("Write the name in one language at least."))
        self.instance.names = {code: name for code, name in names.items() if name}
        return typed

    def clean_within(self):
        within = self.cleaned_data["within"]
        if within and self.instance.pk in (place.pk for place in within.and_above()):
            raise ValidationError(_("A place cannot be within itself."))
        return within


class CohortForm(forms.ModelForm):
    class Meta:
        model = Cohort
        fields = ["name", "place", "teachers", "ended_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        staff = get_user_model()._default_manager.filter(is_active=True)
        staff = staff.filter(groups__permissions__codename="access_admin") | staff.filter(is_superuser=True)
        self.fields["teachers"].queryset = staff.distinct()


class ByLogin(forms.CharField):
    """A person, named by login: a list of all people would be long, and is nobody's business."""

    def __init__(self, **kwargs):
        super().__init__(max_length=150, **kwargs)

    def clean(self, value):
        login = super().clean(value)
        User = get_user_model()
        person = User._default_manager.filter(**{f"{User.USERNAME_FIELD}__iexact": login.strip()}).first()
        if person is None:
            raise ValidationError(_("Nobody has this login."))
        return person


class GuardianshipForm(forms.ModelForm):
    """Who looks after whom, both by login."""

    guardian = ByLogin(label=_("Login of the guardian"))
    learner = ByLogin(label=_("Login of the child"))

    class Meta:
        model = Guardianship
        fields = ["guardian", "learner"]

    def clean(self):
        typed = super().clean()
        guardian, learner = typed.get("guardian"), typed.get("learner")
        if guardian and guardian == learner:
            raise ValidationError(_("Nobody is their own guardian."))
        if guardian and learner and is_guardian(guardian, learner):
            raise ValidationError(_("They are linked already."))
        return typed


class ConsentForm(forms.ModelForm):
    """What a paper in the coordinator's hand says."""

    learner = ByLogin(label=_("Login of the learner"))

    class Meta:
        model = Consent
        fields = ["learner", "purpose", "how", "given_by", "given_on", "until"]

    def clean(self):
        typed = super().clean()
        learner = typed.get("learner")
        if learner and typed.get("purpose") == Purpose.PUBLIC_NAME and not is_adult(learner):
            if is_minor(learner):
                raise ValidationError(_("The name of a minor is never public, whoever agrees."))
            raise ValidationError(_("The school does not know the year of birth. Type in their sheet first."))
        return typed


class LabComputerForm(forms.ModelForm):
    """A lab computer, and how it looks to whoever comes to it; what people choose there ends with their session."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        required=False,
        help_text=_("When somebody has signed out, the next person finds the door in this language."),
    )
    text_size = forms.ChoiceField(label=_("Text size"), choices=TEXT_SIZE.choices.items(), required=False)
    contrast = forms.ChoiceField(label=_("Contrast"), choices=CONTRAST.choices.items(), required=False)

    class Meta:
        model = LabComputer
        fields = ["name", "place", "language", "text_size", "contrast"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.language:
            self.initial["language"] = get_language()

    def clean_language(self):
        return self.cleaned_data["language"] or get_language()
