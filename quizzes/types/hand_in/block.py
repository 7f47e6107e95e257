"""A hand-in in the editor."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import QuestionBlock, WordsBlock
from quizzes.hand_ins.kinds import KINDS
from quizzes.types.rubric import rubric_block

MOST_FILES = 10


class HandInBlock(QuestionBlock):
    kinds = blocks.MultipleChoiceBlock(
        choices=list(KINDS.items()),
        default=list(KINDS),
        widget=forms.CheckboxSelectMultiple,
        label=_("What may be handed in"),
    )
    most_files = blocks.IntegerBlock(
        default=3, min_value=1, max_value=MOST_FILES, label=_("At most so many files")
    )
    model_answer = WordsBlock(
        rows=4,
        required=False,
        search_index=False,
        label=_("Model answer"),
        help_text=_("For whoever marks. Learners see it when their answer is marked."),
    )
    rubric = rubric_block()

    hints = None

    folded = (*QuestionBlock.folded, "most_files")

    class Meta:
        icon = "upload"
        label = _("Photo or file")
        description = _(
            "The learner hands in photos or files. A teacher marks them. "
            "Children are not asked for files: they show their work to the teacher, who marks it in the same place."
        )

        def preview_value(self):
            return {"stem": gettext("Draw a plan of your week, and take a photo of it.")}
