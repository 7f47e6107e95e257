"""Multiple choice in the editor."""

from decimal import Decimal

from django.utils.formats import number_format
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

from .marking import fraction_of

NEAR_ENOUGH = Decimal("0.01")  # three parts of 33.33 add up to 100


class OptionBlock(blocks.StructBlock):
    text = LineBlock(label=_("Option"))
    is_key = blocks.BooleanBlock(required=False, label=_("This is a right answer"))
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who chose this should read. A wrong answer deserves a reason."),
    )
    percent = percent_block(
        required=False,
        label=_("Part of the mark, %"),
        help_text=_(
            "May stay empty: right answers then share the mark equally, and each wrong one takes an equal part away."
        ),
    )
    is_none_of_these = blocks.BooleanBlock(
        required=False,
        label=_("This says “none of these”"),
        help_text=_("It cannot be ticked together with other answers."),
    )
    keep_last = keep_last_block()
    illustration = illustration_block()

    class Meta:
        label = _("Option")
        form_layout = BlockGroup(
            ["text", "is_key", "feedback"],
            settings=["illustration", "percent", "is_none_of_these", "keep_last"],
        )


class MultipleChoiceBlock(QuestionBlock):
    RULES = [
        ("shares", _("Each right answer earns its part")),
        ("all_or_nothing", _("All right answers and no others, or nothing")),
    ]

    options = KeepingListBlock(OptionBlock(), min_num=2, starts_with=3, label=_("Options"))
    rule = blocks.ChoiceBlock(
        choices=RULES, default="shares", search_index=False, label=_("How it is marked")
    )

    folded = (*QuestionBlock.folded, "rule")

    class Meta:
        icon = "tasks"
        label = _("Multiple choice")
        description = _("Several right answers, or one, or “none of these”.")

        def preview_value(self):
            return {
                "stem": gettext("Which of these are fruit?"),
                "options": [
                    {"text": gettext("Apples"), "is_key": True},
                    {"text": gettext("Pears"), "is_key": True},
                    {"text": gettext("Carrots")},
                ],
            }

    def find_errors(self, value):
        return {"options": _what_is_wrong(value["options"], value["rule"])}


def _what_is_wrong(options, rule):
    if not any(option["is_key"] for option in options):
        return _("Tick “This is a right answer” at one option at least.")
    if len({fold(option["text"]) for option in options}) < len(options):
        return _("Two options say the same.")
    error = _wrong_with_none(options) or (rule == "shares" and _wrong_with_percents(options))
    if error:
        return error
    if _all_ticked(options, rule) >= 1:
        return _(
            "Whoever ticks everything would earn the full mark. "
            "Add a wrong option, or let the wrong ones take a part away."
        )
    return None


def _wrong_with_none(options):
    alone = [option for option in options if option["is_none_of_these"]]
    if len(alone) > 1:
        return _("Only one option can say “none of these”.")
    if alone and alone[0]["is_key"] and sum(bool(option["is_key"]) for option in options) > 1:
        return _("When “none of these” is right, no other option can be.")
    return None


def _wrong_with_percents(options):
    if any(not option["is_key"] and (option["percent"] or 0) > 0 for option in options):
        return _(
            "A wrong answer cannot earn a part of the mark. Tick it as right, or write its part with a minus."
        )
    percents = [option["percent"] for option in options if option["is_key"]]
    if percents.count(None) == len(percents):
        return None
    if any(percent is None or percent <= 0 for percent in percents):
        return _("Write the part that each right answer earns, or leave all of them empty.")
    total = sum(percents)
    if abs(total - 100) > NEAR_ENOUGH:
        message = gettext("The parts of the right answers add up to %(total)s %%. They must make 100 %%.")
        return message % {"total": number_format(total.normalize())}
    return None


def _all_ticked(options, rule):
    """Return what somebody earns who ticks whatever can be ticked together."""
    plain = [{"id": number, **option} for number, option in enumerate(options)]
    return fraction_of([option["id"] for option in plain if not option["is_none_of_these"]], plain, rule)
