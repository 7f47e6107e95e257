"""Short answer in the editor."""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import QuestionBlock, SpellingsBlock, WordsBlock, percent_block
from quizzes.streams import KeepingListBlock


class AnswerBlock(blocks.StructBlock):
    spellings = SpellingsBlock(
        label=_("Accepted spellings"),
        help_text=_("One a line. A star * stands for any letters."),
    )
    percent = percent_block(default=Decimal(100), label=_("Part of the mark, %"))
    feedback = WordsBlock(required=False, search_index=False, label=_("Feedback"))

    class Meta:
        label = _("Answer")


class ShortAnswerBlock(QuestionBlock):
    answers = KeepingListBlock(
        AnswerBlock(),
        min_num=1,
        label=_("Answers"),
        help_text=_("The first that matches what was typed counts."),
    )
    feedback_wrong = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback when nothing matches"),
    )
    case_sensitive = blocks.BooleanBlock(required=False, label=_("Capital letters matter"))
    strict_spelling = blocks.BooleanBlock(
        required=False,
        label=_("Kazakh letters matter"),
        help_text=_(
            "Leave off unless this question is about spelling: many people type on a Russian keyboard."
        ),
    )

    folded = (*QuestionBlock.folded, "case_sensitive", "strict_spelling")

    class Meta:
        icon = "edit"
        label = _("Short answer")
        description = _("The learner types a word or a number.")

        def preview_value(self):
            return {
                "stem": gettext("What does one type with?"),
                "answers": [{"spellings": gettext("keyboard")}],
            }

    def find_errors(self, value):
        if any(answer["percent"] == 100 for answer in value["answers"]):
            return {}
        return {"answers": _("At least one answer must earn the whole mark (100 %).")}
