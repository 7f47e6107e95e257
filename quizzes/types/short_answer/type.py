"""Short answer: reading and marking an answer, `{"text": what was typed}`."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext as _

from languages.folding import tidy
from quizzes.types.base import MOST_CHARACTERS, Mark, QuestionType
from quizzes.types.typed import as_typed

from .block import ShortAnswerBlock
from .checks import find_warnings
from .marking import as_shown, first_match


class ShortAnswer(QuestionType):
    name = "short_answer"
    block = ShortAnswerBlock
    template = "quizzes/types/short_answer.html"

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        typed = as_typed(posted.get(name, ""))
        if len(typed) > MOST_CHARACTERS:
            raise ValidationError(_("This answer is too long. Write a few words."))
        return {"text": typed} if typed.strip() else None

    def echo(self, posted, name):
        return {"text": as_typed(posted.get(name, ""))}

    def mark(self, rules, spellings, answer, language):
        how = {"case_sensitive": rules["case_sensitive"], "strict_spelling": rules["strict_spelling"]}
        for accepted in rules["answers"]:
            lines = spellings.get(f"answers.{accepted['id']}.spellings", [])
            found, line = first_match(answer["text"], lines, language=language, **how)
            if found:
                feedback = (f"answers.{accepted['id']}.feedback",)
                right_spelling = as_shown(line) if found == "folded" else ""
                return Mark(Decimal(accepted["percent"]) / 100, feedback, right_spelling)
        return Mark(Decimal(0), ("feedback_wrong",))

    def right_answer(self, item, language):
        """The first spelling that earns everything, as the teacher wrote it."""
        best = next((one["id"] for one in item.rules["answers"] if Decimal(one["percent"]) >= 100), None)
        spellings = item.spellings_in(language).get(f"answers.{best}.spellings")
        return escape(as_shown(spellings[0])) if spellings else ""

    def chosen(self, answer):
        return [tidy(answer["text"])]

    def in_words(self, item, answer, language):
        return answer["text"]

    def slot(self, answer, what, argument=""):
        return escape(answer["text"]) if answer else ""
