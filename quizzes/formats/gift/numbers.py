"""Numerical answers: `#a:t`, a range `#a..b`, or a list of them with parts of the mark."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut

ANSWER = re.compile(r"([=~])([^=~]*)", re.DOTALL)
PERCENT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
MOST_CHARACTERS = 40


def numerical(text, words):
    """Return the values of a numerical question. `words` makes plain words of what is written."""
    answers = ANSWER.findall(text) if text.lstrip()[:1] in ("=", "~") else [("=", text)]
    value = {"answers": [], "feedback_wrong": "", "unit_rule": "none", "units": []}
    for sign, written in answers:
        percent = PERCENT.match(written)
        written = written[percent.end() :] if percent else written
        number, _hash, feedback = written.partition("#")
        if sign == "~" and not number.strip(" *\n"):
            value["feedback_wrong"] = words(feedback)
            continue
        earned = percent[1] if percent else "100" if sign == "=" else "0"
        value["answers"].append(_number(number.strip()) | {"percent": earned, "feedback": words(feedback)})
    if not value["answers"]:
        raise LeftOut(_("There is no number to compare with."))
    return value


def _number(text):
    if text == "*":
        return {"value": "*", "tolerance": "", "tolerance_kind": "nominal"}
    if ".." in text:
        low, high = map(_decimal, text.split("..", 1))
        if low > high:
            raise LeftOut(_("The range %(range)s ends before it begins.") % {"range": text})
        return _nominal((low + high) / 2, (high - low) / 2)
    value, _colon, tolerance = text.partition(":")
    return _nominal(_decimal(value), _decimal(tolerance) if tolerance.strip() else None)


def _nominal(value, tolerance):
    said = "" if tolerance is None else format(tolerance, "f")
    return {"value": format(value, "f"), "tolerance": said, "tolerance_kind": "nominal"}


def _decimal(text):
    """Read a number. A long exponent would make a number of a million digits: it is refused."""
    text = text.strip()
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise LeftOut(_("%(text)s is no number.") % {"text": text[:MOST_CHARACTERS]}) from None
    if not number.is_finite() or abs(number.adjusted()) > MOST_CHARACTERS or len(text) > MOST_CHARACTERS:
        raise LeftOut(_("%(text)s is too large or too exact.") % {"text": text[:MOST_CHARACTERS]})
    return number
