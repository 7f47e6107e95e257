"""Ordering in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from languages.folding import fold
from quizzes.blocks import LineBlock, QuestionBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .marking import ALL_OR_NOTHING, LONGEST_RUN, POSITION


class StepBlock(blocks.StructBlock):
    text = LineBlock(label=_("Step"))

    class Meta:
        label = _("Step")


class OrderingBlock(QuestionBlock):
    GRADING = [
        (ALL_OR_NOTHING, _("Everything in order, or nothing")),
        (POSITION, _("Each step in its own place earns its part")),
        (LONGEST_RUN, _("The longest run in the right order counts")),
    ]

    steps = KeepingListBlock(
        StepBlock(),
        min_num=3,
        max_num=12,
        starts_with=4,
        label=_("Steps, in the right order"),
        help_text=_("The learner sees them in another order."),
    )
    feedback_wrong = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody whose order is not right yet should read."),
    )
    grading = blocks.ChoiceBlock(
        choices=GRADING, default=ALL_OR_NOTHING, search_index=False, label=_("How it is marked")
    )

    folded = ("grading", *QuestionBlock.folded)

    class Meta:
        icon = "list-ol"
        label = _("Ordering")
        description = _("The learner puts steps in order.")

        def preview_value(self):
            return {
                "stem": gettext("In which order is tea made?"),
                "steps": [
                    {"text": gettext("Boil the water")},
                    {"text": gettext("Put the tea into the pot")},
                    {"text": gettext("Pour the water in")},
                    {"text": gettext("Wait a few minutes")},
                ],
            }

    def find_errors(self, value):
        steps = value["steps"]
        if len({fold(step["text"]) for step in steps}) == len(steps):
            return {}
        return {"steps": _("Two steps say the same, so nobody could tell which comes first.")}
