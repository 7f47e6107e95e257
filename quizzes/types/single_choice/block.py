"""Single choice in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from languages.folding import fold
from quizzes.blocks import (
    LineBlock,
    QuestionBlock,
    WordsBlock,
    illustration_block,
    keep_last_block,
    percent_block,
)
from quizzes.streams import KeepingListBlock


class OptionBlock(blocks.StructBlock):
    text = LineBlock(label=_("Option"))
    is_key = blocks.BooleanBlock(required=False, label=_("This is the right answer"))
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who chose this should read. A wrong answer deserves a reason."),
    )
    percent = percent_block(
        required=False,
        label=_("Part of the mark, %"),
        help_text=_("Only for an answer that is partly right. Empty means none."),
    )
    keep_last = keep_last_block()
    illustration = illustration_block()

    class Meta:
        label = _("Option")
        form_layout = BlockGroup(
            ["text", "is_key", "feedback"], settings=["illustration", "percent", "keep_last"]
        )


class SingleChoiceBlock(QuestionBlock):
    options = KeepingListBlock(OptionBlock(), min_num=2, starts_with=2, label=_("Options"))

    class Meta:
        icon = "radio-full"
        label = _("Single choice")
        description = _("One right answer out of several.")

        def preview_value(self):
            return {
                "stem": gettext("Where is a file that was deleted?"),
                "options": [
                    {"text": gettext("In the recycle bin"), "is_key": True},
                    {"text": gettext("In the printer")},
                    {"text": gettext("On the keyboard")},
                ],
            }

    def find_errors(self, value):
        return {"options": _what_is_wrong(value["options"])}


def _what_is_wrong(options):
    if sum(bool(option["is_key"]) for option in options) != 1:
        return _("Tick “This is the right answer” at exactly one option.")
    if len({fold(option["text"]) for option in options}) < len(options):
        return _("Two options say the same.")
    return None
