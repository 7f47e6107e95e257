r"""Gaps inside a text, as Moodle writes them: {2:SHORTANSWER:=right#why~%50%nearly~wrong}."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from ..exchange import LeftOut, limit

OPENS = re.compile(r"\{(\d{0,4}):([A-Z_]+):")
CLOSES = re.compile(r"(?:\\.|[^}\\])*+\}", re.DOTALL)
ANSWER = re.compile(r"\s*(=|%(-?\d+(?:\.\d+)?)%)?(.*)", re.DOTALL)
TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
STRICT = {"SHORTANSWER_C", "SAC", "MWC"}
NUMBER = {"NUMERICAL", "NM"}
CHOSEN = {f"MULTICHOICE{tail}" for tail in ("", "_V", "_H", "_S", "_VS", "_HS")}
CHOSEN |= {f"MC{tail}" for tail in ("", "V", "H", "S", "VS", "HS")}
MARKER = re.compile(r"\[\d+\]")


def gaps_of(text, draft):
    """Return the values `text`, `gaps` and `case_sensitive`. `draft.lose` tells a loss."""
    if MARKER.search(text):
        raise LeftOut(_("The text has numbers in brackets such as [1], which mark gaps here."))
    gaps, is_strict = [], False

    said = []
    for between, weight, kind, inside in _pieces(text):
        said.append(between)
        if kind:
            is_strict = is_strict or kind in STRICT
            limit(max(len(gaps), inside.count("~")))
            gaps.append(_gap(kind, _answers(inside), draft) | {"weight": weight if int(weight or 0) else "1"})
            said.append(f"[{len(gaps)}]")
    if not gaps:
        raise LeftOut(_("There are no gaps in the text."))
    return {"text": "".join(said), "gaps": gaps, "case_sensitive": is_strict}


def _pieces(text):
    """Yield (text before a gap, weight, type, what is inside), and at the end (the rest, "", "", "").

    One pass: where nothing closes a gap, nothing closes a later one either.
    """
    at = 0
    while opens := OPENS.search(text, at):
        closes = CLOSES.match(text, opens.end())
        if closes is None:
            break
        yield text[at : opens.start()], *opens.groups(), closes[0][:-1]
        at = closes.end()
    yield text[at:], "", "", ""


def _answers(inside):
    """Return [(part of the mark in percent, words, feedback)]."""
    found = []
    for written in re.split(r"(?<!\\)~", inside):
        sign, percent, text = ANSWER.match(written).groups()
        words, *feedback = re.split(r"(?<!\\)#", text, maxsplit=1)
        part = Decimal(percent) if percent else Decimal(100 if sign else 0)
        found.append((part, _bare(words), _bare("".join(feedback))))
    return found


def _bare(text):
    return re.sub(r"\\(.)", r"\1", text).strip()


def _gap(kind, answers, draft):
    right = [words for part, words, _feedback in answers if part == 100 and words]
    wrong = [words for part, words, _feedback in answers if part <= 0 and words]
    feedback = next((said for part, _words, said in answers if part < 100 and said), "")
    if not right:
        raise LeftOut(_("A gap has no right answer."))
    if any(0 < part < 100 for part, _words, _feedback in answers):
        draft.lose(_("Answers to a gap that are partly right are not kept."))
    if kind in NUMBER:
        right = [_number(words, draft) for words in right]
    elif kind not in TYPED | CHOSEN:
        raise LeftOut(_("A gap of the type “%(kind)s” cannot be kept.") % {"kind": kind[:40]})
    if kind in CHOSEN:
        return {
            "kind": "chosen",
            "spellings": right[0],
            "distractors": "\n".join(wrong),
            "feedback": feedback,
        }
    return {"kind": "typed", "spellings": "\n".join(right), "distractors": "", "feedback": feedback}


def _number(words, draft):
    value, _colon, tolerance = words.partition(":")
    if tolerance.strip(" 0."):
        draft.lose(_("The tolerance of a number in a gap is not kept."))
    return value.strip()
