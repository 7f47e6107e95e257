"""Gaps inside a text, written as Moodle reads them."""

import re
from decimal import Decimal

MARKER = re.compile(r"\[(\d+)\]")


def text_of(value):
    """Return the text of a gaps question with its answers in place. A dragged word becomes one that is chosen."""
    kinds = {"typed": "SHORTANSWER_C" if value.get("case_sensitive") else "SHORTANSWER"}

    def written(found):
        gap = value["gaps"][int(found[1]) - 1]
        kind = kinds.get(gap["kind"], "MULTICHOICE")
        weight = max(int(Decimal(gap.get("weight") or 1)), 1)
        return f"{{{weight}:{kind}:{'~'.join(_answers(gap))}}}"

    return MARKER.sub(written, value["text"])


def _answers(gap):
    right, wrong = _lines(gap["spellings"]), _lines(gap.get("distractors") or "")
    if gap["kind"] != "typed":
        right = right[:1]
    feedback = f"#{_escape(gap['feedback'])}" if gap.get("feedback") else ""
    answers = [f"={_escape(words)}" for words in right] + [f"{_escape(words)}{feedback}" for words in wrong]
    return answers if wrong or not feedback else [*answers, f"*{feedback}"]


def _lines(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def _escape(text):
    return re.sub(r"[}#~/\"\\]", r"\\\g<0>", " ".join(text.split()))
