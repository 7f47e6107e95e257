"""Single choice: reading and marking an answer, `{"option": option id}`."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quizzes.feedback import show_words
from quizzes.types.base import Choice, Mark, QuestionType

from .block import SingleChoiceBlock
from .checks import find_warnings
from .marking import fraction_of


class SingleChoice(QuestionType):
    name = "single_choice"
    block = SingleChoiceBlock
    template = "quizzes/types/single_choice.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        chosen = posted.get(name)
        if not chosen:
            return None
        if chosen not in {option["id"] for option in rules["options"]}:
            raise ValidationError(_("That option is not among the answers of this question."))
        return {"option": chosen}

    def mark(self, rules, spellings, answer, language):
        for option in rules["options"]:
            if option["id"] == answer["option"]:
                return Mark(fraction_of(option), (f"options.{option['id']}.feedback",))
        return Mark(Decimal(0))

    def right_answer(self, item, language):
        key = next(option["id"] for option in item.rules["options"] if option["is_key"])
        return show_words(item.say(f"options.{key}.text", language), language)

    def choices(self, item, language):
        return [
            Choice(
                option["id"], item.say(f"options.{option['id']}.text", language).text, bool(option["is_key"])
            )
            for option in item.rules["options"]
        ]

    def chosen(self, answer):
        return [answer["option"]]

    def slot(self, answer, what, argument=""):
        return "checked" if answer and answer.get("option") == argument else ""
