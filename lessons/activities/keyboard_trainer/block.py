"""The keyboard trainer as a teacher puts it into a lesson."""

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from quizzes.blocks import WordsBlock

from ..base import ActivityBlock
from .layouts import LAYOUTS, layout_of, typable

MOST_LINES = 12
LONGEST_LINE = 40
KEYBOARDS = {"kk": _("Kazakh keyboard"), "ru": _("Russian keyboard"), "en": _("English keyboard")}


class KeyboardTrainerValue(blocks.StructValue):
    @property
    def typed_lines(self):
        """The lines as they are typed: {text, layout, keyboard}."""
        lines = [line for line in (self.get("lines") or "").splitlines() if line.strip()]
        layouts = [layout_of(line, get_language()) for line in lines]
        typed = [
            {"text": typable(line, layout), "layout": layout, "keyboard": KEYBOARDS[layout]}
            for line, layout in zip(lines, layouts, strict=True)
        ]
        return [line for line in typed if line["text"]]

    @property
    def layouts(self):
        """The keyboards of these lines: {name, plain, shifted}, the rows of each as lines of one text."""
        return [
            {"name": name, "plain": "\n".join(layout.plain), "shifted": "\n".join(layout.shifted)}
            for name, layout in LAYOUTS.items()
            if any(line["layout"] == name for line in self.typed_lines)
        ]


class KeyboardTrainerBlock(ActivityBlock):
    """Lines to type one after the other, each on the keyboard of its language."""

    lines = WordsBlock(
        rows=5,
        label=_("Lines to type"),
        help_text=_(
            "One a line, short ones first. The keyboard follows the letters of each line: Kazakh, Russian or English."
        ),
    )

    class Meta:
        icon = "keyboard"
        label = _("Keyboard trainer")
        description = _(
            "Lines to type. A drawn keyboard shows the next key, and words say when the wrong language is switched on."
        )
        value_class = KeyboardTrainerValue
        template = "lessons/activities/keyboard_trainer.html"
        script = "lessons/activities/keyboard_trainer.js"

        def preview_value(self):
            return {"title": gettext("Type the words"), "lines": gettext("mum\nhome\nKazakhstan")}

    def clean(self, value):
        cleaned = super().clean(value)
        wrong = _what_is_wrong(cleaned)
        if wrong:
            raise StructBlockValidationError({"lines": ValidationError(wrong)})
        return cleaned


def _what_is_wrong(value):
    lines = value.typed_lines
    if not lines:
        return gettext("Write at least one line that has keys on a keyboard.")
    if len(lines) > MOST_LINES:
        return gettext("At most %(most)s lines: nobody should get tired.") % {"most": MOST_LINES}
    for line in lines:
        if len(line["text"]) > LONGEST_LINE:
            words = gettext("This line is longer than %(most)s signs: %(line)s")
            return words % {"most": LONGEST_LINE, "line": line["text"]}
    return ""
