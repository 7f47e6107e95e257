"""Gaps in the editor."""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from languages.folding import fold
from quizzes.blocks import QuestionBlock, SpellingsBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .choices import lines_in
from .markers import wrong_markers
from .marking import CHOSEN, DRAGGED, TYPED


class GapBlock(blocks.StructBlock):
    KINDS = [(TYPED, _("typed")), (CHOSEN, _("chosen from a list")), (DRAGGED, _("dragged from words below"))]

    kind = blocks.ChoiceBlock(choices=KINDS, default=TYPED, search_index=False, label=_("The word is"))
    spellings = SpellingsBlock(
        label=_("Right words"),
        help_text=_(
            "Typed: all spellings that count, one a line; a star * stands for any letters. "
            "Chosen or dragged: the right word in the first line."
        ),
    )
    distractors = WordsBlock(
        required=False,
        search_index=False,
        label=_("Wrong words"),
        help_text=_("For a gap that is chosen or dragged, one a line."),
    )
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who has this gap wrong should read."),
    )
    weight = blocks.DecimalBlock(
        default=Decimal(1),
        min_value=Decimal("0.01"),
        max_value=1000,
        max_digits=6,
        decimal_places=2,
        label=_("Weight"),
        help_text=_("2 counts twice as much as 1."),
    )

    class Meta:
        label = _("Gap")
        form_layout = BlockGroup(["kind", "spellings", "distractors", "feedback"], settings=["weight"])


class GapsBlock(QuestionBlock):
    stem = WordsBlock(rows=1, label=_("Task"), help_text=_("One line, for example: Fill in the gaps."))
    text = WordsBlock(
        rows=5,
        label=_("Text"),
        help_text=_(
            "Write [1] where the first gap of the list below belongs, [2] for the second, and so on."
        ),
    )
    gaps = KeepingListBlock(GapBlock(), min_num=1, max_num=30, label=_("Gaps"))
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
        icon = "minus"
        label = _("Gaps in a text")
        description = _("Missing words that the learner types, chooses or drags.")

        def preview_value(self):
            return {
                "stem": gettext("Fill in the gaps."),
                "text": gettext("In winter it is [1], and in summer it is [2]."),
                "gaps": [
                    {"kind": TYPED, "spellings": gettext("cold")},
                    {"kind": CHOSEN, "spellings": gettext("hot"), "distractors": gettext("snowy")},
                ],
            }

    def find_errors(self, value):
        return {
            "text": what_is_wrong_with(value["text"], len(value["gaps"])),
            "gaps": next(filter(None, map(_wrong_with, range(1, 100), value["gaps"])), None),
        }


def what_is_wrong_with(text, count):
    """Say what is wrong with the markers of a text with `count` gaps, or None."""
    missing, doubled, unknown = wrong_markers(text, count)
    if missing:
        return gettext("The text has no place for a gap: [%(number)s] is missing.") % {"number": missing[0]}
    if doubled:
        return gettext("[%(number)s] stands in the text twice.") % {"number": doubled[0]}
    if unknown:
        return gettext("There is no gap for [%(number)s].") % {"number": unknown[0]}
    return None


def _wrong_with(number, gap):
    if gap["kind"] == TYPED:
        return None
    wrong = [fold(line, case_sensitive=True) for line in lines_in(gap["distractors"])]
    if gap["kind"] == CHOSEN and not wrong:
        return gettext(
            "Gap %(number)s: write wrong words, too, so that there is something to choose from."
        ) % {"number": number}
    if fold(lines_in(gap["spellings"])[0], case_sensitive=True) in wrong:
        return gettext("Gap %(number)s: the right word stands among the wrong ones.") % {"number": number}
    return None
