"""Writing GIFT. What it has no words for is told by the number of the question."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ..exchange import LeftOut, Trouble, Writing
from ..labels import tags_of
from ..losses import untold
from ..parts import parts_of
from .comments import note
from .escapes import escape

KEPT = ("tags", "difficulty")


def write(questions):
    """Return a `Writing` of all questions that GIFT knows."""
    writing, parts = Writing(), []
    for number, question in enumerate(questions, 1):
        try:
            parts.append(_question(question))
        except LeftOut as why:
            writing.troubles.append(Trouble(number, str(why)))
            continue
        for message in _lost(question):
            writing.troubles.append(Trouble(number, message, is_left_out=False))
    writing.text = "\n".join(parts)
    return writing


def _question(question):
    answers = WRITERS.get(question.type)
    if answers is None:
        raise LeftOut(_("GIFT has no questions of this type."))
    inside = answers(question.value)
    explanation = question.value.get("explanation")
    if explanation:
        inside = f"{inside.rstrip()}\n####{escape(explanation)}"
    return f"{note(tags_of(question.value))}[plain]{escape(question.stem)} {{{inside}}}\n"


def _lines(parts):
    return "".join(f"\n\t{part}" for part in parts) + "\n"


def _with_feedback(text, feedback):
    return f"{text}#{escape(feedback)}" if feedback else text


def _single_choice(value):
    return _lines(_option(one, "=" if one["is_key"] else "~") for one in value["options"])


def _option(option, sign):
    percent = option.get("percent")
    part = f"%{_percent(percent)}%" if percent is not None and sign == "~" else ""
    return _with_feedback(f"{sign}{part}{escape(option['text'])}", option.get("feedback"))


def _multiple_choice(value):
    options = value["options"]
    parts = zip(options, parts_of(options), strict=True)
    return _lines(_option(option | {"percent": part}, "~") for option, part in parts)


def _true_false(value):
    remarks = [value.get("feedback_false"), value.get("feedback_true")]
    wrong, right = remarks if value["is_true"] else reversed(remarks)
    inside = "TRUE" if value["is_true"] else "FALSE"
    if wrong or right:
        inside += f"#{escape(wrong or '')}"
    return f"{inside}#{escape(right)}" if right else inside


def _short_answer(value):
    parts = [
        _with_feedback(f"=%{_percent(answer['percent'])}%{escape(spelling)}", answer.get("feedback"))
        for answer in value["answers"]
        for spelling in filter(None, map(str.strip, answer["spellings"].split("\n")))
    ]
    if value.get("feedback_wrong"):
        parts.append(f"=%0%*#{escape(value['feedback_wrong'])}")
    return _lines(parts)


def _numerical(value):
    if value.get("units"):
        raise LeftOut(_("GIFT has no units for numbers."))
    parts = [_number(answer) for answer in value["answers"]]
    if value.get("feedback_wrong"):
        parts.append(f"~#{escape(value['feedback_wrong'])}")
    return f"#{_lines(parts)}"


def _number(answer):
    tolerance = Decimal(answer["tolerance"] or 0)
    if answer["tolerance_kind"] == "relative" and answer["value"] != "*":
        tolerance = abs(Decimal(answer["value"])) * tolerance
    near = f":{format(tolerance, 'f')}" if tolerance else ""
    return _with_feedback(f"=%{_percent(answer['percent'])}%{answer['value']}{near}", answer.get("feedback"))


def _matching(value):
    pairs = [
        _with_feedback(f"={escape(one['prompt'])} -> {escape(one['match'])}", one.get("feedback"))
        for one in value["pairs"]
    ]
    return _lines([*pairs, *(f"= -> {escape(one['text'])}" for one in value.get("extras", []))])


def _open_text(value):
    return ""


def _percent(percent):
    return format(Decimal(percent).normalize(), "f")


def _lost(question):
    value = question.value
    yield from untold(value, KEPT)
    if value.get("rule") == "all_or_nothing":
        yield _("GIFT has no rule “all or nothing”: right answers earn their parts.")
    if question.type == "open_text" and (value.get("rubric") or value.get("model_answer")):
        yield _("The model answer and the levels of marks are not kept.")


WRITERS = {
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numerical": _numerical,
    "matching": _matching,
    "open_text": _open_text,
}
