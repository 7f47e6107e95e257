"""What an editor of a number is warned of."""

from fractions import Fraction
from itertools import combinations

from django.utils.translation import gettext as _

from quizzes.types.warnings import without_words

from .marking import ANYTHING, is_within


def find_warnings(item):
    answers = item.rules["answers"]
    has_star = any(answer["value"] == ANYTHING for answer in answers)
    pairs = combinations((answer for answer in answers if answer["value"] != ANYTHING), 2)
    found = [pair for pair in (_compare(first, later) for first, later in pairs) if pair]
    return [*found, *([] if has_star else without_words(item, "feedback_wrong"))]


def _compare(first, later):
    """Return a warning about two answers that meet, or None. A wide one may follow a narrow one inside it."""
    inside = [_fits(bound, first) for bound in _bounds(later)]
    if all(inside):
        sentence = _("%(later)s never counts: with its tolerance, %(first)s above it takes it first.")
    elif any(inside) and not all(_fits(bound, later) for bound in _bounds(first)):
        sentence = _("%(first)s and %(later)s overlap: what fits both is marked as %(first)s.")
    else:
        return None
    return f"answers.{later['id']}.value", sentence % {"first": first["value"], "later": later["value"]}


def _fits(number, answer):
    return is_within(number, answer["value"], answer["tolerance"], answer["tolerance_kind"])


def _bounds(answer):
    value, tolerance = Fraction(answer["value"]), abs(Fraction(answer["tolerance"] or 0))
    reach = abs(value) * tolerance if answer["tolerance_kind"] == "relative" else tolerance
    return value - reach, value + reach
