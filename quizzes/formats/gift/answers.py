"""What stands in the braces: which type of question it makes, and its values."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut, limit
from ..parts import weighed
from .numbers import numerical

ANSWER = re.compile(r"([=~])([^=~]*)", re.DOTALL)
PERCENT = re.compile(r"\s*%(-?\d+(?:[.,]\d+)?)%")
TRUTH = re.compile(r"\s*+(TRUE|T|FALSE|F)\s*+(?:#([^#]*+))?(?:#([^#]*+))?\s*$", re.IGNORECASE | re.DOTALL)
ARROW = "->"
WHOLE = Decimal(100)


@dataclass(frozen=True)
class Answer:
    """One answer: `is_right` for “=”, `percent` where one was written."""

    is_right: bool
    percent: Decimal | None
    text: str
    feedback: str


def answers_of(inside, words, lose):
    """Return (type, values) of a question without its stem.

    `words` makes plain words of what is written, `lose` tells a loss.
    """
    if not inside:
        return "open_text", {}
    limit(inside.count("=") + inside.count("~"))
    if inside.startswith("#"):
        return "numerical", numerical(inside[1:], words)
    truth = TRUTH.match(inside)
    if truth:
        return "true_false", _truth(truth, words)
    answers = _answers(inside, words)
    right = [answer.is_right for answer in answers]
    if any(ARROW in answer.text for answer in answers if answer.is_right):
        return "matching", _matching(answers)
    if all(right):
        return "short_answer", {"answers": [_spelt(answer) for answer in answers]}
    if any(right):
        return "single_choice", {"options": _one_right(answers)}
    options = weighed([_weighed(answer) for answer in answers], lose)
    return "multiple_choice", {"options": options, "rule": "shares"}


def _answers(inside, words):
    begins = re.search("[=~]", inside)
    if begins is None or inside[: begins.start()].strip():
        raise LeftOut(_("An answer begins with = or ~."))
    answers = []
    for sign, text in ANSWER.findall(inside):
        percent = PERCENT.match(text)
        text = text[percent.end() :] if percent else text
        text, _hash, feedback = text.partition("#")
        answers.append(Answer(sign == "=", percent and _percent(percent[1]), words(text), words(feedback)))
    if any(not answer.text for answer in answers):
        raise LeftOut(_("An answer is empty."))
    return answers


def _percent(text):
    try:
        percent = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise LeftOut(_("%(text)s is no number.") % {"text": text}) from None
    if abs(percent) > WHOLE:
        raise LeftOut(_("A part of the mark is beyond 100 %."))
    return percent


def _truth(found, words):
    """The first remark is for whoever is wrong, the second for whoever is right."""
    is_true = found[1].upper().startswith("T")
    wrong, right = words(found[2] or ""), words(found[3] or "")
    return {
        "is_true": is_true,
        "feedback_true": right if is_true else wrong,
        "feedback_false": wrong if is_true else right,
    }


def _matching(answers):
    if not all(answer.is_right and ARROW in answer.text for answer in answers):
        raise LeftOut(_("In a matching question each answer is “=one -> other”."))
    pairs, extras = [], []
    for answer in answers:
        prompt, match = (side.strip() for side in answer.text.split(ARROW, 1))
        if not match:
            raise LeftOut(_("In a matching question each answer is “=one -> other”."))
        if prompt:
            pairs.append({"prompt": prompt, "match": match, "feedback": answer.feedback})
        else:
            extras.append({"text": match})
    return {"pairs": pairs, "extras": extras}


def _spelt(answer):
    percent = WHOLE if answer.percent is None else answer.percent
    return {"spellings": answer.text, "percent": _plain(percent), "feedback": answer.feedback}


def _one_right(answers):
    """The first with the whole mark is the key; others keep the part that they earn."""
    key = next((one for one in answers if one.is_right and one.percent in (None, WHOLE)), None)
    return [_option(one, is_key=one is key, percent=None if one is key else _part(one)) for one in answers]


def _part(answer):
    if answer.percent is None:
        return _plain(WHOLE) if answer.is_right else None
    return _plain(answer.percent)


def _weighed(answer):
    """As in Moodle, an option without a part among weighed ones earns nothing and takes nothing."""
    percent = answer.percent or Decimal(0)
    return _option(answer, is_key=percent > 0, percent=_plain(percent))


def _option(answer, *, is_key, percent):
    return {"text": answer.text, "is_key": is_key, "percent": percent, "feedback": answer.feedback}


def _plain(percent):
    return format(percent.normalize(), "f")
