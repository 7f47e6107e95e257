"""Marks that the review options hold back: which tests may not yet be called passed where their learner reads it."""

from enum import StrEnum

from django.utils import timezone

from .allowing import rules_on
from .attempting import attempts_left
from .reviewing import releases_of, review_of
from .rules import Release, Rules


class Held(StrEnum):
    """Until when a learner does not see the marks of a test that they have finished."""

    FOR_NOW = "for-now"
    FOR_GOOD = "for-good"  # a teacher tells them


def held_back(learner, taken):
    """Return {page key: Held} of the tests that a learner has finished without seeing the marks yet.

    `taken` is {page key: the learner's attempts in their order}, fetched `with_published_settings`. Runs no query where
    all marks are shown at once, and otherwise two, or three with groups.
    """
    rules = {
        key: Rules.of(attempts[-1].published_settings or attempts[-1].version.settings)
        for key, attempts in taken.items()
        if any(not attempt.is_open for attempt in attempts)
    }
    held = {key: own for key, own in rules.items() if releases_of(own)[0] != Release.AT_ONCE}
    found = rules_on(learner, held) if held else {}
    return {key: _how(own) for key, own in found.items() if not _are_shown(own, len(taken[key]))}


def _are_shown(rules, used):
    is_closed = bool(rules.closes_at and timezone.now() >= rules.closes_at)
    return review_of(rules, is_closed=is_closed, has_attempts_left=attempts_left(rules, used) != 0).marks


def _how(rules):
    return Held.FOR_GOOD if releases_of(rules)[0] == Release.NEVER else Held.FOR_NOW
