"""True or false: a question type of this site's own."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from wagtail import blocks

from quizzes.blocks import QuestionBlock
from quizzes.registry import register
from quizzes.types.base import Mark, QuestionType


class TrueFalseBlock(QuestionBlock):
    is_true = blocks.BooleanBlock(required=False, label="The statement is true")

    class Meta:
        icon = "check"
        label = "True or false"


@register
class TrueFalse(QuestionType):
    name = "true_false"
    block = TrueFalseBlock
    template = "foreign/true_false.html"

    def read(self, posted, name, rules):
        said = posted.get(name, "")
        if said not in ("", "true", "false"):
            raise ValidationError("Choose true or false.")
        return {"is_true": said == "true"} if said else None

    def mark(self, rules, spellings, answer, language):
        return Mark(Decimal(answer["is_true"] == rules["is_true"]))

    def slot(self, answer, what, argument=""):
        chosen = answer and ("true" if answer["is_true"] else "false")
        return "checked" if chosen == argument else ""
