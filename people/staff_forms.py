"""The forms in which staff make and change accounts, in Wagtail's admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from people.forms import language_choices
from people.models import LearnerProfile


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
