"""Yes or no: a question type of this site's own."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from wagtail import blocks

from quizzes.blocks import QuestionBlock
from quizzes.registry import register
from quizzes.types.base import Mark, QuestionType


class YesNoBlock(QuestionBlock):
    is_true = blocks.BooleanBlock(required=False, label="The statement is true")

    class Meta:
        icon = "check"
        label = "Yes or no"
        description = "A statement that is true or not."
        preview_value = {"stem": "The sun is a star.", "is_true": True}


@register
class YesNo(QuestionType):
    name = "yes_or_no"
    block = YesNoBlock
    template = "foreign/yes_or_no.html"

    def read(self, posted, name, rules):
        said = posted.get(name, "")
        if said not in ("", "true", "false"):
            raise ValidationError("Choose yes or no.")
        return {"is_true": said == "true"} if said else None

    def mark(self, rules, spellings, answer, language):
        return Mark(Decimal(answer["is_true"] == rules["is_true"]))

    def slot(self, answer, what, argument=""):
        chosen = answer and ("true" if answer["is_true"] else "false")
        return "checked" if chosen == argument else ""
