"""True or false in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import QuestionBlock, WordsBlock


class TrueFalseBlock(QuestionBlock):
    stem = WordsBlock(label=_("Statement"), help_text=_("A sentence that is clearly true or clearly false."))
    is_true = blocks.BooleanBlock(
        required=False,
        label=_("The statement is true"),
        help_text=_("Leave it empty when the statement is false."),
    )
    feedback_true = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback for “True”"),
        help_text=_("What somebody who chose this should read. A wrong answer deserves a reason."),
    )
    feedback_false = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback for “False”"),
        help_text=_("What somebody who chose this should read. A wrong answer deserves a reason."),
    )

    class Meta:
        icon = "circle-check"
        label = _("True or false")
        description = _("A statement that the learner judges.")

        def preview_value(self):
            return {"stem": gettext("A file in the recycle bin can be brought back."), "is_true": True}
