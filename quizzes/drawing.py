"""Which questions an attempt asks where chance has a say. Plain values in and out.

A draw takes some of the questions that carry a label or are of a difficulty. What no draw fits is always asked.
"""

from dataclasses import dataclass

from languages.folding import fold

from .shuffling import shuffled


@dataclass(frozen=True)
class Labels:
    """What a teacher wrote on a question: folded labels, and how hard it is ("" where they did not say)."""

    tags: frozenset = frozenset()
    difficulty: str = ""

    @classmethod
    def of(cls, tags, difficulty):
        return cls(frozenset(filter(None, map(fold, tags.split(",")))), difficulty)


@dataclass(frozen=True)
class Draw:
    """Take `count` questions with the label `tag` and of that `difficulty`; "" is any."""

    count: int
    tag: str = ""
    difficulty: str = ""

    def fits(self, labels):
        return (not self.tag or fold(self.tag) in labels.tags) and self.difficulty in ("", labels.difficulty)


def draw(labels, draws, *, seed, earlier=(), understood=None):
    """Return the ids of the questions that an attempt asks, in the order in which they stand.

    `labels` is {item id: Labels} of all questions, in their order; `seed` a text; `earlier` holds for each earlier
    attempt the ids that it asked; `understood` are the ids of those that the learner can read in their language,
    None for all. No question comes twice. Those that can be read come first, among them those asked least often.
    """
    fixed = {item_id for item_id, its in labels.items() if not any(one.fits(its) for one in draws)}
    order = shuffled([item_id for item_id in labels if item_id not in fixed], seed, name_of=str)
    order.sort(key=lambda item_id: (not _is_in(item_id, understood), _times(item_id, earlier)))
    drawn = _deal(order, labels, draws)
    return [item_id for item_id in labels if item_id in fixed or item_id in drawn]


def shortage(labels, draws):
    """Return the first draw that cannot have its number, with how many questions there are for it; None if all can."""
    dealt = list(_deal(list(labels), labels, draws).values())
    for number, one in enumerate(draws):
        if dealt.count(number) < one.count:
            return one, dealt.count(number)
    return None


def _deal(order, labels, draws):
    """Return {item id: number of the draw that takes it}, as many as there can be; what stands first goes first.

    A question that fits two draws goes to the one that cannot do without it, whichever of them comes first.
    """
    pools = [[item_id for item_id in order if one.fits(labels[item_id])] for one in draws]
    taken = {}
    for number, one in enumerate(draws):
        for _ in range(one.count):
            if not _take(number, pools, taken, set()):
                break
    return taken


def _take(number, pools, taken, asked):
    """Take one more question for a draw: a free one, or that of a draw which can take another instead."""
    asked.add(number)
    for item_id in pools[number]:
        if item_id not in taken:
            taken[item_id] = number
            return True
    for item_id in pools[number]:
        if taken[item_id] not in asked and _take(taken[item_id], pools, taken, asked):
            taken[item_id] = number
            return True
    return False


def _is_in(item_id, understood):
    return understood is None or item_id in understood


def _times(item_id, earlier):
    return sum(item_id in asked for asked in earlier)
