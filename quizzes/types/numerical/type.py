"""Numerical: reading and marking an answer, `{"text": what was typed}`.

What is no number is kept as it was typed, earns nothing, and the learner is told.
"""

from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from languages.folding import tidy
from quizzes.types.base import Mark, QuestionType
from quizzes.types.typed import as_typed

from . import notes
from .block import NumericalBlock
from .checks import find_warnings
from .marking import ANYTHING, first_match
from .reading import on_digit_keys, read_number
from .units import factor_of, is_sign

MOST_CHARACTERS = 200


class Numerical(QuestionType):
    name = "numerical"
    block = NumericalBlock
    template = "quizzes/types/numerical.html"

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        typed = as_typed(posted.get(name, ""))
        if len(typed) > MOST_CHARACTERS:
            raise ValidationError(_("This answer is too long. Write a number."))
        return {"text": typed} if typed.strip() else None

    def echo(self, posted, name):
        return {"text": as_typed(posted.get(name, ""))}

    def mark(self, rules, spellings, answer, language):
        value, note = value_of(answer["text"], rules, spellings, language)
        accepted = first_match(value, rules["answers"])
        if accepted:
            feedback = (f"answers.{accepted['id']}.feedback",)
            return Mark(Decimal(accepted["percent"]) / 100, feedback, note=note)
        return Mark(Decimal(0), () if value is None else ("feedback_wrong",), note=note)

    def right_answer(self, item, language):
        """The first number that earns everything, with its unit; nothing where any number does."""
        best = next(one["value"] for one in item.rules["answers"] if Decimal(one["percent"]) >= 100)
        if best == ANYTHING:
            return ""
        return escape(
            f"{number_format(Decimal(best), force_grouping=True)} {_unit_of(item, language)}".strip()
        )

    def chosen(self, answer):
        return [tidy(answer["text"])]

    def in_words(self, item, answer, language):
        return answer["text"]

    def slot(self, answer, what, argument=""):
        return escape(answer["text"]) if answer else ""


def _unit_of(item, language):
    """Return the unit that the answers are in, where the question has units."""
    own = [unit["id"] for unit in item.rules["units"] if Decimal(unit["factor"]) == 1]
    if item.rules["unit_rule"] == "none" or not own:
        return ""
    return next(iter(item.spellings_in(language).get(f"units.{own[0]}.spellings", [])), "")


def value_of(text, rules, spellings, language):
    """Return (what was typed, in the unit of the answers, a note on how it was read). The value may be None."""
    value, note = _value_as_typed(text, rules, spellings, language)
    digits = on_digit_keys(text) if value is None else ""
    return _value_as_typed(digits, rules, spellings, language) if digits else (value, note)


def _value_as_typed(text, rules, spellings, language):
    reading = read_number(text)
    if reading is None:
        return None, notes.no_number()
    factor = _factor(reading.beside, rules, spellings, language)
    if factor is None:
        return None, notes.unknown_unit(reading) if reading.beside else notes.no_unit()
    return Fraction(reading.number) * Fraction(factor), notes.we_read(reading)


def _factor(beside, rules, spellings, language):
    """Return what the number is to be multiplied with, or None where its unit is missing or none of the question's."""
    if rules["unit_rule"] == "none":
        return 1 if not beside or is_sign(beside) else None
    if not beside:
        return 1 if rules["unit_rule"] == "optional" else None
    units = [(unit["factor"], spellings.get(f"units.{unit['id']}.spellings", [])) for unit in rules["units"]]
    return factor_of(beside, units, language=language)
