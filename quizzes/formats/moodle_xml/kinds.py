"""Which of our types a question of Moodle's becomes: {its type: function of (node, draft)}.

A function returns (type, values) and raises LeftOut. `draft.words` makes plain words, `draft.lose` tells a loss.
"""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut
from ..parts import weighed
from .cloze import gaps_of
from .missing_words import chosen, dragged

WHOLE = Decimal(100)
NOT_GRADED = ("", "0")  # what `unitgradingtype` is where it is not said
NO_UNIT_SHOWN = "3"
GRADING = {
    "ALL_OR_NOTHING": "all_or_nothing",
    "-1": "all_or_nothing",
    "ABSOLUTE_POSITION": "position",
    "0": "position",
    "LONGEST_ORDERED_SUBSET": "longest_run",
}


def _number(text):
    try:
        number = Decimal(text.strip() or "0")
    except InvalidOperation:
        raise LeftOut(_("%(text)s is no number.") % {"text": text[:40]}) from None
    if not number.is_finite() or abs(number.adjusted()) > 40 or len(text) > 60:
        raise LeftOut(_("%(text)s is too large or too exact.") % {"text": text[:40]})
    return number


def _plain(number):
    return format(number.normalize(), "f")


def _part(answer):
    return _number(answer.attributes.get("fraction", "0"))


def _choice(node, draft):
    answers = node.all("answer")
    if node.said("single") in ("false", "0"):
        options = weighed([_weighed(one, draft) for one in answers], draft.lose)
        return "multiple_choice", {"options": options, "rule": "shares"}
    key = next((one for one in answers if _part(one) == WHOLE), None)
    options = []
    for one in answers:
        part = _part(one)
        option = _option(one, draft) | {"is_key": one is key}
        options.append(option | {"percent": _plain(part) if part and one is not key else None})
    return "single_choice", {"options": options}


def _option(answer, draft):
    return draft.illustrated(answer, "text", "illustration", for_words=True) | {
        "feedback": _feedback(answer, draft)
    }


def _weighed(answer, draft):
    part = _part(answer)
    return _option(answer, draft) | {"is_key": part > 0, "percent": _plain(part)}


def _truth(node, draft):
    answers = {one.said("text").lower(): one for one in node.all("answer")}
    if set(answers) != {"true", "false"}:
        raise LeftOut(_("It needs one answer “true” and one “false”."))
    return "true_false", {
        "is_true": _part(answers["true"]) == WHOLE,
        "feedback_true": _feedback(answers["true"], draft),
        "feedback_false": _feedback(answers["false"], draft),
    }


def _short(node, draft):
    answers = [
        {"spellings": one.said("text"), "percent": _plain(_part(one)), "feedback": _feedback(one, draft)}
        for one in node.all("answer")
    ]
    return "short_answer", {"answers": answers, "case_sensitive": node.said("usecase") == "1"}


def _feedback(answer, draft):
    return draft.words(answer.first("feedback"))


def _numerical(node, draft):
    answers = [_near(one, draft) for one in node.all("answer")]
    units = [_unit(one) for one in node.below("units", "unit")]
    rule = _unit_rule(node, draft) if units else "none"
    return "numerical", {"answers": answers, "units": [] if rule == "none" else units, "unit_rule": rule}


def _unit_rule(node, draft):
    """Return our rule for a question with units. In Moodle a unit that is not graded may be left out."""
    if node.said("showunits") == NO_UNIT_SHOWN:
        draft.lose(_("Its units are not kept: Moodle asks for none."))
        return "none"
    penalty = _number(node.said("unitpenalty"))
    if node.said("unitgradingtype") in NOT_GRADED or penalty == 0:
        return "optional"
    if penalty < 1:
        draft.lose(_("What a wrong unit costs is not kept: it makes the answer wrong."))
    return "required"


def _near(answer, draft):
    value = answer.said("text")
    if value != "*":
        value = format(_number(value), "f")
    tolerance = _number(answer.said("tolerance"))
    said = format(tolerance, "f") if tolerance else ""
    kept = {"value": value, "tolerance": said, "tolerance_kind": "nominal"}
    return kept | {"percent": _plain(_part(answer)), "feedback": _feedback(answer, draft)}


def _unit(unit):
    """Moodle says how many of a unit make one of the answer's; we say what one of it is in the answer's."""
    multiplier = _number(unit.said("multiplier") or "1")
    if multiplier <= 0:
        raise LeftOut(_("A unit is nothing or less."))
    try:
        factor = (1 / multiplier).quantize(Decimal(1).scaleb(-12))
    except InvalidOperation:
        raise LeftOut(
            _("%(text)s is too large or too exact.") % {"text": format(multiplier, "f")[:40]}
        ) from None
    return {"spellings": unit.said("unit_name"), "factor": _plain(factor)}


def _matching(node, draft):
    pairs, extras = [], []
    for one in node.all("subquestion"):
        shown = draft.illustrated(one, "prompt", "picture", for_words=True)
        match = draft.words(one.first("answer"))
        if shown["prompt"]:
            pairs.append(shown | {"match": match, "feedback": ""})
        else:
            extras.append({"text": match})
    return "matching", {"pairs": pairs, "extras": extras}


def _ordering(node, draft):
    steps = [{"text": draft.words(one)} for one in node.all("answer")]
    grading = node.said("gradingtype")
    if grading and grading not in GRADING:
        draft.lose(_("How it is graded is not kept: each step in its own place earns its part."))
    if node.said("selecttype") not in ("", "ALL", "0"):
        draft.lose(_("All steps are asked, not some of them."))
    return "ordering", {"steps": steps, "grading": GRADING.get(grading or "ALL_OR_NOTHING", "position")}


def _essay(node, draft):
    takes_files = node.said("attachments") not in ("", "0")
    if takes_files or node.said("responseformat") in ("noinline", "editorfilepicker"):
        draft.lose(_("The place for files is not kept: learners write a text."))
    if node.said("minwordlimit") or node.said("maxwordlimit"):
        draft.lose(_("How many words are wanted is not kept."))
    if draft.words(node.first("responsetemplate")):
        draft.lose(_("The text that an answer begins with is not kept."))
    model_answer = draft.words(node.first("graderinfo"))
    return "open_text", {"model_answer": model_answer}


def _cloze(node, draft):
    stem = node.said("name", "text") or _("Fill in the gaps.")
    text = draft.illustrated(node.first("questiontext"), "text", "illustration")
    return "gaps", {"stem": stem} | text | gaps_of(text["text"], draft)


def _with_missing_words(read):
    def make(node, draft):
        stem = node.said("name", "text") or _("Fill in the gaps.")
        text = draft.illustrated(node.first("questiontext"), "text", "illustration")
        return "gaps", {"stem": stem} | text | read(node, text["text"])

    return make


KINDS = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "cloze": _cloze,
    "multianswer": _cloze,
    "gapselect": _with_missing_words(chosen),
    "ddwtos": _with_missing_words(dragged),
}
