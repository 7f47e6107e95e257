"""The attempts of a learner at a test, as they read of them afterwards."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .attempting import attempts_left
from .grading import grade_of, have_passed
from .reviewing import releases_of, review_of
from .rules import Release
from .telling import grade_words, shown_percent, shown_result, shown_time


@dataclass(frozen=True)
class Row:
    """One attempt in the list of them."""

    number: int
    ended: str
    result: str
    is_passed: bool


class Results:
    """What finished attempts, in their order, come to under the rules of the test."""

    def __init__(self, attempts, rules, now):
        self.attempts = attempts
        self.rules = rules
        self.now = now
        self.finished = [attempt for attempt in attempts if not attempt.is_abandoned]

    @cached_property
    def review(self):
        """What may be seen of the finished attempts by now."""
        rules = self.rules
        is_closed = bool(rules.closes_at and self.now >= rules.closes_at)
        has_attempts_left = attempts_left(rules, len(self.attempts)) != 0
        return review_of(rules, is_closed=is_closed, has_attempts_left=has_attempts_left)

    @property
    def when(self):
        """When the result can be seen, in words, where it cannot yet."""
        release, *_others = releases_of(self.rules)
        if release == Release.CLOSED and self.rules.closes_at:
            return _("Your result will be here when the test has closed: %(at)s.") % {
                "at": shown_time(self.rules.closes_at)
            }
        if release == Release.LATER:
            return _("Your result will be here when you have no attempts left.")
        return _("Your teacher will tell you the result.")

    @cached_property
    def grade(self):
        return grade_of([attempt.percent for attempt in self.finished], self.rules.grading)

    @property
    def is_passed(self):
        return have_passed(self.finished)

    @property
    def is_shown_passed(self):
        return self.review.marks and self.is_passed

    @property
    def latest(self):
        """The result of the latest attempt in words."""
        return self._shown(self.attempts[-1])

    @property
    def grade_sentence(self):
        """What all attempts come to; "" where there is only one."""
        if len(self.attempts) < 2 or self.grade is None or not self.review.marks:
            return ""
        grade = shown_result(self.grade, self.rules.decimals, self.rules.pass_mark)
        return f"{grade_words(self.rules.grading)}: {grade}."

    @property
    def needed(self):
        return shown_percent(self.rules.pass_mark, 0)

    @property
    def left(self):
        """ "2 of 3", or "" where there is no limit."""
        left = attempts_left(self.rules, len(self.attempts))
        return (
            "" if left is None else _("%(left)s of %(all)s") % {"left": left, "all": self.rules.attempt_limit}
        )

    @property
    def rows(self):
        """One `Row` for each attempt, the latest first; none where there is only one."""
        rows = [
            Row(number, shown_time(attempt.finished_at), self._shown(attempt), attempt.is_passed)
            for number, attempt in enumerate(self.attempts, 1)
        ]
        return rows[::-1] if len(rows) > 1 else []

    def _shown(self, attempt):
        if attempt.is_abandoned:
            return _("not handed in in time")
        if attempt.has_no_points or not self.review.marks:
            return _("handed in")
        if attempt.is_waiting:
            return _("waiting for your teacher")
        return shown_result(attempt.percent or 0, self.rules.decimals, attempt.rules.pass_mark)
