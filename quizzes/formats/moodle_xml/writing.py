"""Writing Moodle XML. What it has no words for is told by the number of the question."""

from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from django.utils.translation import gettext as _

from ..exchange import LeftOut, Trouble, Writing
from ..labels import tags_of
from ..losses import untold
from ..parts import parts_of
from ..pictures import pictures_in
from .cloze_writing import text_of
from .leaves import illustrated, leaf, text

LONGEST_NAME = 60
GRADING = {
    "all_or_nothing": "ALL_OR_NOTHING",
    "position": "ABSOLUTE_POSITION",
    "longest_run": "LONGEST_ORDERED_SUBSET",
}
KEPT = ("pictures", "points", "hints", "tags", "difficulty", "case_sensitive")


def write(questions):
    """Return a `Writing` of all questions that Moodle knows."""
    writing, root = Writing(), Element("quiz")
    for number, question in enumerate(questions, 1):
        try:
            root.append(_question(question))
        except LeftOut as why:
            writing.troubles.append(Trouble(number, str(why)))
            continue
        for message in _lost(question):
            writing.troubles.append(Trouble(number, message, is_left_out=False))
    indent(root)
    body = tostring(root, encoding="unicode")
    writing.text = f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
    return writing


def _question(question):
    kind, fill = WRITERS.get(question.type, (None, None))
    if kind is None:
        raise LeftOut(_("Moodle has no questions of this type."))
    value, node = question.value, Element("question", type=kind)
    text(SubElement(node, "name"), " ".join(question.stem.split())[:LONGEST_NAME])
    stem = text_of(value) if kind == "cloze" else question.stem
    illustrated(SubElement(node, "questiontext"), stem, value.get("illustration"))
    text(SubElement(node, "generalfeedback", format="plain_text"), value.get("explanation", ""))
    leaf(node, "defaultgrade", value.get("points") or "1")
    fill(node, value)
    _beside(node, value)
    return node


def _beside(node, value):
    for hint in value.get("hints") or []:
        text(SubElement(node, "hint", format="plain_text"), hint["text"])
    tags = tags_of(value)
    if tags:
        inside = SubElement(node, "tags")
        for tag in tags:
            text(SubElement(inside, "tag"), tag)


def _answer(node, words, percent, feedback="", picture=None):
    answer = SubElement(node, "answer", fraction=format(Decimal(percent).normalize(), "f"))
    illustrated(answer, words, picture)
    text(SubElement(answer, "feedback", format="plain_text"), feedback or "")
    return answer


def _single_choice(node, value):
    leaf(node, "single", "true")
    for one in value["options"]:
        percent = 100 if one["is_key"] else one.get("percent") or 0
        _answer(node, one["text"], percent, one.get("feedback"), one.get("illustration"))


def _multiple_choice(node, value):
    leaf(node, "single", "false")
    for one, part in zip(value["options"], parts_of(value["options"]), strict=True):
        _answer(node, one["text"], part, one.get("feedback"), one.get("illustration"))


def _true_false(node, value):
    for words, is_it in (("true", value["is_true"]), ("false", not value["is_true"])):
        _answer(node, words, 100 if is_it else 0, value.get(f"feedback_{words}"))


def _short_answer(node, value):
    leaf(node, "usecase", int(bool(value.get("case_sensitive"))))
    for one in value["answers"]:
        for spelling in filter(None, map(str.strip, one["spellings"].split("\n"))):
            _answer(node, spelling, one["percent"], one.get("feedback"))
    if value.get("feedback_wrong"):
        _answer(node, "*", 0, value["feedback_wrong"])


def _numerical(node, value):
    for one in value["answers"]:
        answer = _answer(node, one["value"], one["percent"], one.get("feedback"))
        leaf(answer, "tolerance", format(_tolerance(one), "f"))
    if value.get("feedback_wrong"):
        leaf(_answer(node, "*", 0, value["feedback_wrong"]), "tolerance", 0)
    if value.get("units"):
        is_graded = int(value["unit_rule"] == "required")
        leaf(node, "unitgradingtype", is_graded)  # 1: the penalty is a part of what the number earns
        leaf(node, "unitpenalty", is_graded)
        leaf(node, "showunits", 0)  # a unit is typed beside the number
        units = SubElement(node, "units")
        for one in value["units"]:
            for spelling in filter(None, map(str.strip, one["spellings"].split("\n"))):
                unit = SubElement(units, "unit")
                leaf(unit, "multiplier", format((1 / Decimal(one["factor"])).normalize(), "f"))
                leaf(unit, "unit_name", spelling)


def _tolerance(answer):
    tolerance = Decimal(answer["tolerance"] or 0)
    if answer["tolerance_kind"] == "relative" and answer["value"] != "*":
        return abs(Decimal(answer["value"])) * tolerance
    return tolerance


def _matching(node, value):
    for one in value["pairs"]:
        _pair(node, one["prompt"], one["match"], one.get("picture"))
    for one in value.get("extras", []):
        _pair(node, "", one["text"])


def _pair(node, prompt, match, picture=None):
    pair = SubElement(node, "subquestion")
    illustrated(pair, prompt, picture)
    text(SubElement(pair, "answer"), match)


def _ordering(node, value):
    leaf(node, "gradingtype", GRADING[value["grading"]])
    for one in value["steps"]:
        _answer(node, one["text"], 100)


def _essay(node, value):
    leaf(node, "responseformat", "plain")
    text(SubElement(node, "graderinfo", format="plain_text"), value.get("model_answer", ""))


def _cloze(node, value):
    """Everything is in the text."""


def _lost(question):
    value = question.value
    yield from untold(value, KEPT)
    for picture in pictures_in(value):
        if picture.content is None:
            yield _("The picture “%(name)s” cannot be read.") % {"name": picture.name}
    if any(pair.get("feedback") for pair in value.get("pairs", [])) or (
        question.type == "ordering" and value.get("feedback_wrong")
    ):
        yield _("Feedback is not kept.")
    if value.get("rule") == "all_or_nothing":
        yield _("Moodle has no rule “all or nothing” of its own: right answers earn their parts.")
    if value.get("rubric"):
        yield _("The levels of marks are not kept.")


WRITERS = {
    "single_choice": ("multichoice", _single_choice),
    "multiple_choice": ("multichoice", _multiple_choice),
    "true_false": ("truefalse", _true_false),
    "short_answer": ("shortanswer", _short_answer),
    "numerical": ("numerical", _numerical),
    "matching": ("matching", _matching),
    "ordering": ("ordering", _ordering),
    "open_text": ("essay", _essay),
    "gaps": ("cloze", _cloze),
}
