"""Where questions are pasted or chosen as a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .decoding import MOST_BYTES, text_of
from .exchange import NotAQuestionFile
from .registry import FORMATS, likely_format

EXAMPLE = """Where do you save a file?
A. In a folder
B. In the keyboard
ANSWER: A"""


class TextForm(forms.Form):
    """Takes text or a file. `cleaned_data` has `text` and the `name` of a format; a file comes before pasted text."""

    text = forms.CharField(
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        label=_("Questions as text"),
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "placeholder": EXAMPLE}),
    )
    file = forms.FileField(
        required=False,
        label=_("Or a file"),
        help_text=_("A text file, at most 2 MB. It takes the place of the text above."),
    )
    name = forms.ChoiceField(
        required=False,
        label=_("Format"),
        choices=lambda: [("", _("Find out")), *((name, module.LABEL) for name, module in FORMATS.items())],
    )

    def clean(self):
        cleaned = super().clean()
        sent = cleaned.get("file")
        if sent:
            try:
                cleaned["text"] = text_of(sent.read(MOST_BYTES + 1))
            except NotAQuestionFile as error:
                self.add_error("file", str(error))
                return cleaned
        text = (
            cleaned.get("text", "").replace("\r\n", "\n").removeprefix("\ufeff")
        )  # some editors copy the mark
        if not text.strip() and not self.errors:
            self.add_error("text", _("Paste questions here, or choose a file."))
        cleaned |= {"text": text, "name": cleaned.get("name") or likely_format(text)}
        return cleaned
