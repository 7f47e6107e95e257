"""The forms in which staff make and change accounts, in Wagtail's admin."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from people.forms import language_choices
from people.long_passwords import check_length
from people.models import LearnerProfile
from people.roles import is_staff, opens_the_admin


class LearnerFields(forms.Form):
    """What we ask beside Wagtail's fields; of those only login and password are required."""

    call_name = forms.CharField(label=_("How shall we call them?"), max_length=80, required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices()
        for name in ("email", "first_name", "last_name"):
            self.fields[name].required = False
        profile = LearnerProfile.seen_with(self.instance)
        for name in ("call_name", "language"):
            self.fields[name].initial = getattr(profile, name, "")
        self.was_staff = self.instance.pk is not None and is_staff(self.instance)

    def validate_password(self):
        """Ask for a long password where this very form makes somebody one of the staff: the old one may be short."""
        super().validate_password()
        if self.was_staff or not self.will_be_staff:
            return
        if not self.cleaned_data.get("password1"):
            raise ValidationError(_("Staff sign in with a long password. Write a new one for this person."))
        check_length(self.cleaned_data["password1"])

    @property
    def will_be_staff(self) -> bool:
        groups = self.cleaned_data.get("groups") or []
        return self.instance.is_superuser or any(opens_the_admin(group) for group in groups)

    def save(self, commit=True):
        learner = super().save(commit=commit)
        if commit:
            asked = {name: self.cleaned_data[name] for name in ("call_name", "language")}
            LearnerProfile.objects.update_or_create(learner=learner, defaults=asked)
        return learner


class LearnerCreationForm(LearnerFields, UserCreationForm):
    pass


class LearnerEditForm(LearnerFields, UserEditForm):
    pass
