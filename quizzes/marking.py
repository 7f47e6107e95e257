"""From answers to marks and from marks to a total. Plain values in and out."""

from decimal import Decimal


def total_of(items, answers):
    """Return ({item id: Mark}, total, maximum) in points, for `Item`s and {item id: (answer, language)}.

    An item that was not answered earns nothing; a total below zero counts as zero.
    """
    marks = {item.id: item.mark(*answers[item.id]) for item in items if item.id in answers}
    total = sum((marks[item.id].fraction * item.points for item in items if item.id in marks), Decimal(0))
    maximum = sum((item.points for item in items), Decimal(0))
    return marks, max(total, Decimal(0)), maximum
