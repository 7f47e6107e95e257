"""What a teacher says before marks are changed."""

from django import forms
from django.utils.translation import gettext_lazy as _


class KeyForm(forms.Form):
    """`seen` names the key that the teacher looked at: if it is another by now, they look again."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class EverybodyForm(KeyForm):
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("It is kept in the history, where your colleagues read it. Learners do not."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
