"""Reflection in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quizzes.blocks import QuestionBlock
from quizzes.types.open_text.block import lines_block


class ReflectionBlock(QuestionBlock):
    """It is worth nothing, and there is nothing to explain or to hint at, so it lacks those fields."""

    lines = lines_block()

    points = None
    hints = None
    explanation = None
    folded = ("lines",)

    class Meta:
        icon = "openquote"
        label = _("Reflection")
        description = _("The learner writes down their own thoughts. Nobody marks them.")

        def preview_value(self):
            return {"stem": gettext("What was new to you today?"), "lines": 4}
