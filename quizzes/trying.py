"""Checking an answer before the test is finished: how often, what a wrong try costs, which hints are due. Plain values.

n hints make n + 1 tries, and each wrong one takes a share off the mark: max(0, fraction - tries * penalty), as
Moodle's "interactive with multiple tries" has it. `tries` are the wrong tries before the answer that counts now.
"""

from dataclasses import dataclass
from decimal import Decimal

from .rules import DEFAULTS, Mode, Rules
from .types.base import MarkedBy

WHOLE = Decimal(1)
PLACES = Decimal("1e-8")  # as a response keeps its fraction


def penalised(fraction, tries, penalty):
    """Return what is left of a fraction after so many wrong tries, and never less than nothing.

    Source: Moodle 4.5, `qbehaviour_interactive::adjust_fraction`: a wrong option that takes points away in a plain
    test takes none where it can be tried again.
    """
    if fraction is None:
        return None
    return max(fraction - tries * penalty, Decimal(0)).quantize(PLACES)


@dataclass(frozen=True)
class Tries:
    """How answers are tried: in a lesson freely, in a test as its rules say."""

    is_lesson: bool = True
    rules: Rules = DEFAULTS

    @property
    def may_check(self):
        return self.is_lesson or self.rules.mode != Mode.TEST

    def allowed(self, hints):
        """Return how often an answer to an item with so many hints may be checked, or None for freely."""
        if self.is_lesson or (self.rules.mode == Mode.PRACTICE and not hints):
            return None
        return hints + 1

    def mark(self, item, answer, language, tries):
        """Return (the `Mark` of the answer by itself, the fraction that it earns after so many tries)."""
        mark = item.mark(answer, language)
        return mark, self.earned(item, mark.fraction, tries)

    def earned(self, item, fraction, tries):
        costs = item.hints and self.may_check and not self.is_lesson
        return penalised(fraction, tries, self.rules.penalty_share) if costs else fraction

    def are_used_up(self, item, response):
        """Tell whether the answer is checked and wrong, and no try is left with a hint before it."""
        return response.fraction is not None and response.tries >= len(item.hints)

    def is_settled(self, item, response):
        """Tell whether the answer stands: it is checked, and it is right or the last one that is allowed."""
        if response is None or response.fraction is None or not self.may_check:
            return False
        allowed = self.allowed(len(item.hints))
        return allowed is not None and (response.tries + 1 >= allowed or self.is_right(item, response))

    def is_right(self, item, response):
        """Tell whether a checked answer is wholly right, whatever its tries took off."""
        if response.fraction is None:
            return False
        whole = self.earned(item, WHOLE, response.tries)
        if whole or response.fraction >= WHOLE:
            return response.fraction >= whole
        # Its tries took everything off, so what it earned does not tell: the answer by itself does.
        fraction = None if response.answer is None else item.mark(response.answer, response.language).fraction
        return fraction is not None and fraction >= WHOLE

    def hints_due(self, item, response):
        """Return how many hints have been earned by wrong tries."""
        if response is None or not self.may_check:
            return 0
        is_wrong_now = response.fraction is not None and not self.is_right(item, response)
        return min(response.tries + is_wrong_now, len(item.hints))


def tries_of(attempt):
    """Return the `Tries` of an attempt. A lesson's rules need not be read."""
    return Tries() if attempt.mode == attempt.Mode.PRACTICE else Tries(is_lesson=False, rules=attempt.rules)


def may_check(attempt, item):
    """Tell whether an answer may be checked before the end. What people mark they get when a test is finished."""
    by_person = item.type.marked_by == MarkedBy.PERSON
    return tries_of(attempt).may_check and not (by_person and attempt.mode == attempt.Mode.TEST)
