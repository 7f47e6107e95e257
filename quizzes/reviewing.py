"""What a learner may see of a finished test, and when. Plain values in and out."""

from dataclasses import dataclass

from .rules import Release, ReviewPreset


@dataclass(frozen=True)
class Review:
    """What is released: marks, the reasons for them, the right answers."""

    marks: bool = True
    reasons: bool = True
    answers: bool = False


PRESETS = {  # when marks, reasons and right answers are released
    ReviewPreset.LEARNING: (Release.AT_ONCE, Release.AT_ONCE, Release.AT_ONCE),
    ReviewPreset.TEST: (Release.AT_ONCE, Release.AT_ONCE, Release.LATER),
    ReviewPreset.EXAM: (Release.AT_ONCE, Release.CLOSED, Release.CLOSED),
}


def releases_of(rules):
    """Return when marks, reasons and right answers are released: as the preset says, or the table."""
    own = (rules.show_marks, rules.show_reasons, rules.show_answers)
    return PRESETS.get(rules.review, own)


def review_of(rules, *, is_closed, has_attempts_left):
    """Return the `Review` of a finished attempt."""
    come = {
        Release.AT_ONCE: True,
        Release.LATER: is_closed or not has_attempts_left,
        Release.CLOSED: is_closed,
        Release.NEVER: False,
    }
    return Review(*(come[release] for release in releases_of(rules)))


def waits_for_the_close(rules):
    """Tell whether something is released only when the test is closed."""
    return Release.CLOSED in releases_of(rules)
