"""From finished tests to the figures of each question and of the whole test. Plain values in and out."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from . import formulas

MOST_TYPED = 10  # different typed answers on screen; the rest are as rare as the last


@dataclass(frozen=True)
class Drawn:
    """What one option, or one typed answer, drew: how many, which part of those asked, and their mean result."""

    text: str
    is_right: bool
    count: int
    share: Decimal
    mean_result: Decimal | None


@dataclass(frozen=True)
class ItemFigures:
    """One question. Figures are per cent, None where they are not available."""

    item: object
    asked: int
    answered: int
    facility: Decimal | None
    deviation: Decimal | None
    discrimination: Decimal | None
    efficiency: Decimal | None
    weight: Decimal | None = None
    drawn: list = field(default_factory=list)


@dataclass(frozen=True)
class TestFigures:
    """The whole test. The last three are of those who were asked exactly the questions of now."""

    __test__ = False  # pytest looks for tests by name

    sittings: int
    mean_result: Decimal | None
    deviation: Decimal | None
    consistency: Decimal | None
    error_ratio: Decimal | None
    standard_error: Decimal | None


def figures_of_items(items, sittings, language):
    """Return the `ItemFigures` of items that are worth something, in their order."""
    counted = [item for item in items if item.points]
    weights = _weights(counted, sittings)
    return [_figures(item, sittings, weights.get(item.id), language) for item in counted]


def figures_of_test(items, sittings):
    results = [sitting.percent for sitting in sittings if sitting.percent is not None]
    deviation = formulas.standard_deviation(results, 100)
    columns, totals = _complete([item for item in items if item.points], sittings)
    consistency = formulas.internal_consistency(columns, totals)
    ratio = formulas.error_ratio(consistency)
    error = formulas.standard_error(ratio, deviation)
    return TestFigures(len(sittings), formulas.facility(results, 100), deviation, consistency, ratio, error)


def _figures(item, sittings, weight, language):
    own = [sitting for sitting in sittings if item.id in sitting.marks]
    marks = [sitting.marks[item.id] for sitting in own]
    rests = [sitting.total - sitting.marks[item.id] for sitting in own]
    return ItemFigures(
        item,
        asked=len(own),
        answered=sum(item.id in sitting.answers for sitting in own),
        facility=formulas.facility(marks, item.points),
        deviation=formulas.standard_deviation(marks, item.points),
        discrimination=formulas.discrimination_index(marks, rests),
        efficiency=formulas.discriminative_efficiency(marks, rests),
        weight=weight,
        drawn=_drawn(item, own, language),
    )


def _complete(items, sittings):
    """Return the items' marks and the totals of those who were asked exactly these items."""
    wanted = {item.id for item in items}
    own = [sitting for sitting in sittings if sitting.marks.keys() == wanted]
    return [[sitting.marks[item.id] for sitting in own] for item in items], [one.total for one in own]


def _weights(items, sittings):
    columns, totals = _complete(items, sittings)
    return dict(zip((item.id for item in items), formulas.effective_weights(columns, totals), strict=True))


def _drawn(item, sittings, language):
    """Return what each option drew, also those that nobody chose; where people type, what they typed most."""
    if item.type is None:
        return []
    results, earned = defaultdict(list), {}
    for sitting in sittings:
        answer = sitting.answers.get(item.id)
        for key in [] if answer is None else item.type.chosen(answer):
            results[key].append(sitting.percent)
            earned[key] = sitting.marks[item.id]
    choices = item.type.choices(item, language)
    if choices:
        rows = [(one.key, one.text, one.is_right) for one in choices]
    else:
        typed = sorted(results, key=lambda key: (-len(results[key]), key))[:MOST_TYPED]
        rows = [(key, key, earned[key] >= item.points) for key in typed]
    return [_row(text, is_right, results[key], len(sittings)) for key, text, is_right in rows]


def _row(text, is_right, results, asked):
    share = Decimal(100 * len(results)) / asked if asked else Decimal(0)
    return Drawn(text, is_right, len(results), share, formulas.facility(results, 100))
