from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.consents import is_adult, is_minor
from people.models import LearnerProfile

YOUNGEST, OLDEST = 4, 110  # years, so that a slip of the finger is noticed
WRONG_YEAR = _("Write the year in four digits, such as 1958.")


class AboutForm(forms.ModelForm):
    """Four questions. Whoever leaves one as it is has said that they would rather not."""

    is_school_asking = True

    class Meta:
        model = LearnerProfile
        fields = ("sex", "birth_year", "status", "disability")
        widgets = {"birth_year": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"})}
        help_texts = {"birth_year": _("Four digits. Leave it empty if you would rather not say.")}
        error_messages = {"birth_year": dict.fromkeys(("invalid", "min_value", "max_value"), WRONG_YEAR)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("sex", "status", "disability"):
            field = self.fields[name]
            *answers, unsaid = self._meta.model._meta.get_field(name).choices
            field.choices = [unsaid, *answers]

    def clean_birth_year(self):
        year, now = self.cleaned_data["birth_year"], timezone.localdate().year
        if year is not None and not now - OLDEST <= year <= now - YOUNGEST:
            raise ValidationError(WRONG_YEAR)
        if year is None and is_adult(self.instance.learner) is False:
            return self.instance.birth_year  # a sheet without it makes nobody an adult
        return year

    def save(self, commit=True):
        if "birth_year" in self.cleaned_data and (self.is_school_asking or "birth_year" in self.changed_data):
            self.instance.is_year_unchecked = not self.is_school_asking
        for name in ("sex", "status", "disability"):
            setattr(self.instance, name, self.cleaned_data[name] or "unsaid")
        return super().save(commit)


class OwnAboutForm(AboutForm):
    """The questions as people answer them about themselves.

    A minor's year of birth is the school's to say: it guards their name, and nobody grows up by typing.
    """

    is_school_asking = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if is_minor(self.instance.learner):
            del self.fields["birth_year"]
