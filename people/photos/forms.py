from django import forms
from django.utils.translation import gettext_lazy as _

from .portraits import portrait_of


class PhotoForm(forms.Form):
    """One photo; what is cleaned is the portrait made of it."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("A face in the middle. It is made small and square."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={
            "required": _("Choose a photo."),
            "empty": _("This file is empty. Choose another one."),
            "invalid": _("Choose a photo."),
        },
    )

    def clean_photo(self):
        return portrait_of(self.cleaned_data["photo"])
