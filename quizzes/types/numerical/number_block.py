"""A number in the editor: a key, so no translator ever sees it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .marking import ANYTHING
from .reading import plain, read_number


class NumberField(forms.CharField):
    """Takes a number as people write it, 3,14 or 1.5x10^3, and “*” where `has_star`."""

    def __init__(self, *, has_star=False, **kwargs):
        super().__init__(max_length=50, **kwargs)
        self.has_star = has_star

    def clean(self, value):
        text = super().clean(value)
        if not text or (self.has_star and text == ANYTHING):
            return text
        number = _plain_number(text)
        if number is None:
            raise ValidationError(_("Write a number, for example 12.5."))
        return number


class NumberBlock(blocks.FieldBlock):
    """Holds a number as plain digits with a point, whoever wrote it and however."""

    def __init__(self, required=True, help_text=None, has_star=False, **kwargs):
        self.field = NumberField(required=required, help_text=help_text, has_star=has_star)
        super().__init__(**kwargs)

    def to_python(self, value):
        """Read what a file or an import holds as the form would; leave to `clean` what is no number."""
        return value if value in (None, "") else _plain_number(str(value)) or value

    class Meta:
        icon = "decimal"
        default = ""


def _plain_number(text):
    """Return plain digits, or None where there is no number or something beside it."""
    reading = read_number(text)
    return plain(reading.number) if reading and not reading.beside else None
