"""How steps that were put in order are marked. Plain values: `steps` are ids in the right order, `places` {id: place}.

Three of Moodle 4.5's rules for ordering (`qtype_ordering_question`): all or nothing, absolute position, and the
longest ordered subset, which is called the longest run here. Steps between those of a run may stand elsewhere.
"""

from bisect import bisect_left
from decimal import Decimal
from fractions import Fraction

from quizzes.types.shares import to_places

ALL_OR_NOTHING, POSITION, LONGEST_RUN = "all_or_nothing", "position", "longest_run"


def fraction_of(places, steps, grading=ALL_OR_NOTHING):
    """Return the fraction of the points that the places earn, 0 to 1, to eight places."""
    right = count_of(places, steps, grading)
    if grading == ALL_OR_NOTHING:
        return Decimal(right == len(steps))
    return to_places(Fraction(right, len(steps)))


def count_of(places, steps, grading=ALL_OR_NOTHING):
    """Return how many steps count: those of the longest run, or those that stand in their own places."""
    return longest_run(places, steps) if grading == LONGEST_RUN else in_place(places, steps)


def in_place(places, steps):
    """Return how many steps stand in their own places."""
    return sum(places.get(step) == place for place, step in enumerate(steps, 1))


def longest_run(places, steps):
    """Return how many steps follow each other in the right order at most. One alone follows nothing and is no run."""
    ends = []  # the smallest place at which a run of each length can end
    for place in (places[step] for step in steps if step in places):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
    return len(ends) if len(ends) > 1 else 0
