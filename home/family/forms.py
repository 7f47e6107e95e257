from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NO_SUCH_DAY = _("It was not agreed to. Choose a day from today on, or leave the day empty.")


class UntilForm(forms.Form):
    """Until when a guardian agrees; empty, until they take it back."""

    until = forms.DateField(required=False, error_messages={"invalid": NO_SUCH_DAY})

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(NO_SUCH_DAY)
        return until
