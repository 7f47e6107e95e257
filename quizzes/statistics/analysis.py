"""From finished tests to the figures of each question and of the whole test. Plain values in and out."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from ..types.base import Choice
from . import formulas

MOST_TYPED = 10  # different typed answers on screen; the rest are as rare as the last


@dataclass(frozen=True)
class Drawn:
    """What one option, or one typed answer, drew: how many, which share of those asked, and their mean result.

    `part` is what it was chosen for, where an answer has several parts: a pair, a step, a gap, a row.
    """

    text: str
    is_right: bool
    count: int
    share: Decimal
    mean_result: Decimal | None
    part: str = ""


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

    @property
    def parts(self):
        """[(part, what was chosen for it)] as the screen shows them: what nobody chose only where it is right.

        One pair with an empty name for an item whose answers have no parts, and then all of it.
        """
        rows = {}
        for one in self.drawn:
            if not one.part or one.count or one.is_right:
                rows.setdefault(one.part, []).append(one)
        return list(rows.items())

    @property
    def has_parts(self):
        return any(one.part for one in self.drawn)


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
    results, given = defaultdict(list), defaultdict(dict)
    for sitting in sittings:
        answer = sitting.answers.get(item.id)
        for key in [] if answer is None else item.type.chosen_of(item, answer):
            results[key].append(sitting.percent)
            given[key][sitting.languages[item.id]] = answer
    choices = item.type.choices(item, language)
    if choices:
        rows = _with_typed(choices, results, item, language)
    else:
        typed = sorted(results, key=lambda key: (-len(results[key]), key))[:MOST_TYPED]
        rows = [Choice(key, key, _is_right(item, given[key])) for key in typed]
    return [_row(one, results[one.key], len(sittings)) for one in rows]


def _is_right(item, given):
    """Tell whether {language: answer} is right by the key in any of them, whatever hints and gifts made of it."""
    fractions = (item.mark(answer, language).fraction for language, answer in given.items())
    return any(fraction is not None and fraction >= 1 for fraction in fractions)


def _with_typed(choices, results, item, language):
    """Return the choices part by part, each part followed by what was typed there most."""
    known = {one.key for one in choices}
    others = sorted(results.keys() - known, key=lambda key: (-len(results[key]), key))
    typed = [one for key in others if (one := item.type.typed(item, key, language))]
    rows = []
    for part in dict.fromkeys(one.part for one in choices):
        rows += [one for one in choices if one.part == part]
        rows += [one for one in typed if one.part == part][:MOST_TYPED]
    return rows


def _row(choice, results, asked):
    share = Decimal(100 * len(results)) / asked if asked else Decimal(0)
    mean_result = formulas.facility(results, 100)
    return Drawn(choice.text, choice.is_right, len(results), share, mean_result, str(choice.part))
