"""True or false: reading and marking an answer, `{"choice": "true"}` or `{"choice": "false"}`."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quizzes.types.base import Choice, Mark, QuestionType

from .block import TrueFalseBlock
from .checks import find_warnings
from .marking import CHOICES, fraction_of


class TrueFalse(QuestionType):
    name = "true_false"
    block = TrueFalseBlock
    template = "quizzes/types/true_false.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        chosen = posted.get(name)
        if not chosen:
            return None
        if chosen not in CHOICES:
            raise ValidationError(_("That option is not among the answers of this question."))
        return {"choice": chosen}

    def mark(self, rules, spellings, answer, language):
        chosen = answer["choice"]
        return Mark(fraction_of(chosen, rules["is_true"]), (f"feedback_{chosen}",))

    def right_answer(self, item, language):
        return pgettext("a statement", "True") if item.rules["is_true"] else pgettext("a statement", "False")

    def choices(self, item, language):
        is_true = bool(item.rules["is_true"])
        return [
            Choice("true", pgettext("a statement", "True"), is_true),
            Choice("false", pgettext("a statement", "False"), not is_true),
        ]

    def chosen(self, answer):
        return [answer["choice"]]

    def slot(self, answer, what, argument=""):
        return "checked" if answer and answer["choice"] == argument else ""
