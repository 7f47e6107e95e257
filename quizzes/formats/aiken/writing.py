"""Writing Aiken: single choices, without their feedback."""

from string import ascii_uppercase

from django.utils.translation import gettext as _

from ..exchange import LeftOut, Trouble, Writing
from ..losses import untold
from .reading import ANSWER, OPTION


def write(questions):
    """Return a `Writing`. Everything that Aiken has no words for is told, by the number of the question."""
    writing, parts = Writing(), []
    for number, question in enumerate(questions, 1):
        try:
            parts.append(_question(question))
        except LeftOut as why:
            writing.troubles.append(Trouble(number, str(why)))
            continue
        for message in _lost(question.value):
            writing.troubles.append(Trouble(number, message, is_left_out=False))
    writing.text = "\n".join(parts)
    return writing


def _question(question):
    if question.type != "single_choice":
        raise LeftOut(_("Aiken has no questions of this type."))
    options = question.value["options"]
    if len(options) > len(ascii_uppercase):
        raise LeftOut(_("Aiken has letters for 26 options only."))
    stem = _on_one_line(question.stem)
    if OPTION.match(stem) or ANSWER.match(stem):
        raise LeftOut(_("Aiken would take this question for an option or an answer."))
    lettered = list(zip(ascii_uppercase, options, strict=False))
    lines = [stem]
    lines += [f"{letter}. {_on_one_line(option['text'])}" for letter, option in lettered]
    key = next(letter for letter, option in lettered if option["is_key"])
    return "\n".join([*lines, f"ANSWER: {key}", ""])


def _on_one_line(words):
    return " ".join(words.split())


def _lost(value):
    beside = any(option.get("feedback") or option.get("percent") for option in value["options"])
    if value.get("explanation") or beside:
        yield _("Aiken has no place for feedback, explanations and parts of the mark.")
    yield from untold(value)
