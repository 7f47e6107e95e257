"""From answers to marks and from marks to a total. Plain values in and out."""

from dataclasses import replace
from decimal import Decimal


def total_of(items, answers, judged=None):
    """Return ({item id: Mark}, total, maximum) in points, for `Item`s and {item id: (answer, language)}.

    `judged` is {item id: fraction} of what people have marked. An item that was not answered earns
    nothing; a total below zero counts as zero, and it is None while an answer waits for a person's mark.
    """
    marks = {item.id: _mark(item, answers[item.id], judged or {}) for item in items if item.id in answers}
    fractions = {item_id: mark.fraction for item_id, mark in marks.items()}
    maximum = sum((item.points for item in items), Decimal(0))
    return marks, total_from(items, fractions), maximum


def total_from(items, fractions):
    """Return the points earned by {item id: fraction}, or None while a fraction that counts is missing.

    An item that is worth nothing holds nothing up.
    """
    earned = [(fractions[item.id], item.points) for item in items if item.id in fractions and item.points]
    if any(fraction is None for fraction, _ in earned):
        return None
    return max(sum((fraction * points for fraction, points in earned), Decimal(0)), Decimal(0))


def _mark(item, answer, judged):
    mark = item.mark(*answer)
    return replace(mark, fraction=judged.get(item.id)) if mark.fraction is None else mark
