"""Open text in the editor."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from quizzes.blocks import QuestionBlock, WordsBlock
from quizzes.types.rubric import rubric_block

MOST_WORDS = 2000


def words_block(label):
    return blocks.IntegerBlock(required=False, min_value=1, max_value=MOST_WORDS, label=label)


def lines_block():
    return blocks.IntegerBlock(default=6, min_value=2, max_value=40, label=_("Height of the field, in lines"))


class OpenTextBlock(QuestionBlock):
    least_words = words_block(_("At least so many words"))
    most_words = words_block(_("At most so many words"))
    lines = lines_block()
    model_answer = WordsBlock(
        rows=4,
        required=False,
        search_index=False,
        label=_("Model answer"),
        help_text=_("For whoever marks. Learners see it when their answer is marked."),
    )
    rubric = rubric_block()

    hints = None

    folded = (*QuestionBlock.folded, "least_words", "most_words", "lines")

    class Meta:
        icon = "pilcrow"
        label = _("Open text")
        description = _("The learner writes a few sentences or a page. A teacher marks it.")

        def preview_value(self):
            return {
                "stem": gettext("Write in three sentences what you like to do on your day off."),
                "lines": 4,
            }

    def clean(self, value):
        cleaned = super().clean(value)
        least, most = cleaned["least_words"], cleaned["most_words"]
        if least and most and least > most:
            error = ValidationError(_("This is less than the smallest number of words."))
            raise StructBlockValidationError(block_errors={"most_words": error})
        return cleaned
