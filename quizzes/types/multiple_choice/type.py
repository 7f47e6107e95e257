"""Multiple choice: reading and marking an answer, `{"options": [option id, …]}`, sorted."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quizzes.feedback import show_list, show_words
from quizzes.types.base import Choice, Mark, QuestionType

from .block import MultipleChoiceBlock
from .checks import find_warnings
from .marking import fraction_of


class MultipleChoice(QuestionType):
    name = "multiple_choice"
    block = MultipleChoiceBlock
    template = "quizzes/types/multiple_choice.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        ticked = set(filter(None, posted.getlist(name)))
        if not ticked <= {option["id"] for option in rules["options"]}:
            raise ValidationError(_("That option is not among the answers of this question."))
        alone = {option["id"] for option in rules["options"] if option["is_none_of_these"]}
        if ticked & alone and len(ticked) > 1:
            raise ValidationError(_("“None of these” cannot be ticked together with other answers."))
        return {"options": sorted(ticked)} if ticked else None

    def echo(self, posted, name):
        return {"options": posted.getlist(name)}

    def mark(self, rules, spellings, answer, language):
        ticked = [option["id"] for option in rules["options"] if option["id"] in answer["options"]]
        return Mark(
            fraction_of(ticked, rules["options"], rules["rule"]),
            feedback=tuple(f"options.{one}.feedback" for one in ticked),
            about=tuple(f"options.{one}.text" for one in ticked),
        )

    def right_answer(self, item, language):
        keys = [option["id"] for option in item.rules["options"] if option["is_key"]]
        return show_list(show_words(item.say(f"options.{key}.text", language), language) for key in keys)

    def choices(self, item, language):
        return [
            Choice(
                option["id"], item.say(f"options.{option['id']}.text", language).text, bool(option["is_key"])
            )
            for option in item.rules["options"]
        ]

    def chosen(self, answer):
        return answer["options"]

    def slot(self, answer, what, argument=""):
        return "checked" if answer and argument in answer["options"] else ""
