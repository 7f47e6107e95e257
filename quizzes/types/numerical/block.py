"""Numerical in the editor."""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from languages.folding import fold
from quizzes.blocks import QuestionBlock, SpellingsBlock, WordsBlock, percent_block
from quizzes.streams import KeepingListBlock

from .marking import ANYTHING
from .number_block import NumberBlock


class NumberAnswerBlock(blocks.StructBlock):
    KINDS = [
        ("nominal", _("more or less, in the same unit")),
        ("relative", _("a part of the answer: 0.05 is 5 %")),
    ]

    value = NumberBlock(has_star=True, label=_("Number"), help_text=_("A star * stands for any answer."))
    tolerance = NumberBlock(required=False, label=_("Tolerance"), help_text=_("Empty: exactly this number."))
    tolerance_kind = blocks.ChoiceBlock(
        choices=KINDS, default="nominal", search_index=False, label=_("The tolerance is")
    )
    percent = percent_block(default=Decimal(100), label=_("Part of the mark, %"))
    feedback = WordsBlock(required=False, search_index=False, label=_("Feedback"))

    class Meta:
        label = _("Answer")
        form_layout = BlockGroup(["value", "tolerance", "tolerance_kind", "feedback"], settings=["percent"])


class UnitBlock(blocks.StructBlock):
    spellings = SpellingsBlock(label=_("Unit"), help_text=_("All spellings that count, one a line."))
    factor = NumberBlock(
        default="1",
        label=_("What one of these is in the unit of the answers"),
        help_text=_("1 for that unit itself. Where answers are in metres, a kilometre is 1000."),
    )

    class Meta:
        label = _("Unit")


class NumericalBlock(QuestionBlock):
    UNIT_RULES = [
        ("none", _("The answer has no unit")),
        ("optional", _("The unit may be written")),
        ("required", _("The unit must be written")),
    ]

    answers = KeepingListBlock(
        NumberAnswerBlock(),
        min_num=1,
        label=_("Answers"),
        help_text=_("The first that matches what was typed counts."),
    )
    feedback_wrong = WordsBlock(required=False, search_index=False, label=_("Feedback when nothing matches"))
    unit_rule = blocks.ChoiceBlock(
        choices=UNIT_RULES,
        default="none",
        search_index=False,
        label=_("Units"),
        help_text=_("Even without a unit, a percent sign or ₸ may be written."),
    )
    units = KeepingListBlock(UnitBlock(), starts_with=0, label=_("Units that count"))

    folded = ("unit_rule", "units", *QuestionBlock.folded)

    class Meta:
        icon = "decimal"
        label = _("Number")
        description = _("The learner types a number, with a unit if you like.")

        def preview_value(self):
            return {
                "stem": gettext("A loaf of bread costs 250 ₸. How much do three loaves cost?"),
                "answers": [{"value": "750"}],
            }

    def find_errors(self, value):
        return {
            "answers": _wrong_with_answers(value["answers"]),
            "units": _wrong_with_units(value["units"], value["unit_rule"]),
        }


def _wrong_with_answers(answers):
    if not any(answer["percent"] == 100 for answer in answers):
        return _("At least one answer must earn the whole mark (100 %).")
    if any(answer["value"] == ANYTHING for answer in list(answers)[:-1]):
        return _("A star * matches everything, so no answer after it can count. Put it last.")
    tolerances = [(Decimal(answer["tolerance"] or 0), answer["tolerance_kind"]) for answer in answers]
    if any(tolerance < 0 for tolerance, _kind in tolerances):
        return _("A tolerance cannot be below zero.")
    if any(tolerance >= 1 and kind == "relative" for tolerance, kind in tolerances):
        return _("A tolerance that is a part of the answer must be below 1. For 5 % write 0.05.")
    return None


def _wrong_with_units(units, rule):
    if rule == "none" and len(units):
        return _("Units are listed, but the answer has none. Choose that the unit may or must be written.")
    if rule != "none" and not len(units):
        return _("List the units that count.")
    if any(Decimal(unit["factor"]) <= 0 for unit in units):
        return _("What one unit is in the unit of the answers must be above zero.")
    spelt = [
        {fold(line, case_sensitive=True) for line in unit["spellings"].split("\n")} - {""} for unit in units
    ]
    if len(set().union(*spelt)) < sum(map(len, spelt)):
        return _("Two units are spelt the same.")
    return None
