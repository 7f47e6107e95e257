"""Fetching what the statistics are about: finished tests with all their marks, as plain values."""

from dataclasses import dataclass, field
from decimal import Decimal

from ..erasing import ERASED
from ..grading import grade_of
from ..models.attempts import Attempt, Response
from ..models.versions import QuizVersion
from ..rules import Grading, Rules
from ..versions import get_items, published_version

MOST_ATTEMPTS = 5000  # the newest; more tell nothing new and keep a teacher waiting


@dataclass
class Sitting:
    """One finished test. `marks` are the points for each item that it asked; what was not answered earned none.

    Points are those of now, where the item is asked still: tests from before and after they were changed compare.
    `answers` are those that were given, None for one whose learner has been erased, and `languages` what they were
    given in.
    """

    marks: dict
    maximum: Decimal
    answers: dict = field(default_factory=dict)
    languages: dict = field(default_factory=dict)

    @property
    def total(self):
        return sum(self.marks.values(), Decimal(0))

    @property
    def percent(self):
        return 100 * self.total / self.maximum if self.maximum else None


def sittings_of(page_key, every=False):
    """Return the finished and marked tests on a page: those that make the grade, or `every` one.

    Where the attempt that makes somebody's grade waits for a mark, no other one stands in for it. Runs five
    queries and no more.
    """
    version = published_version(page_key)
    items = get_items(page_key, version.items, with_wordings=False)
    points = {item.id: item.points for item in items}
    attempts = Attempt.objects.on(page_key).finished().tests()
    newest = list(attempts.order_by("-finished_at", "pk")[:MOST_ATTEMPTS])
    chosen = newest if every else _graded(newest, Rules.of(version.settings).grading)
    chosen = [attempt for attempt in chosen if attempt.total is not None]
    versions = QuizVersion.objects.in_bulk({attempt.version_id for attempt in chosen})
    found = {attempt.pk: _empty(attempt, versions[attempt.version_id], points) for attempt in chosen}
    rows = Response.objects.filter(attempt__in=list(found)).values_list(
        "attempt_id", "item_id", "answer", "language", "fraction"
    )
    for attempt, number, answer, language, fraction in rows:
        _enter(*found[attempt], str(number), answer, language, fraction)
    return [sitting for sitting, _worth in found.values()]


def _empty(attempt, version, points):
    """Return a sitting with no mark yet, and what each of its items is worth; `points` are those of now."""
    attempt.version = version
    items = get_items(attempt.page_key, attempt.pairs, with_wordings=False)
    worth = {item.id: points.get(item.id, item.points) for item in items if item.points}
    worth = {item_id: most for item_id, most in worth.items() if most}
    return Sitting(dict.fromkeys(worth, Decimal(0)), sum(worth.values(), Decimal(0))), worth


def _enter(sitting, worth, item_id, answer, language, fraction):
    if item_id in worth:
        sitting.marks[item_id] = (fraction or Decimal(0)) * worth[item_id]
        if answer is not None:
            sitting.answers[item_id] = None if answer == ERASED else answer
            sitting.languages[item_id] = language


def _graded(attempts, grading):
    """Return for each learner the attempts that make the grade."""
    if grading == Grading.AVERAGE:
        return attempts
    by_learner = {}
    for attempt in sorted(attempts, key=lambda one: one.finished_at):
        by_learner.setdefault(attempt.learner_id, []).append(attempt)
    return [_one_of(own, grading) for own in by_learner.values()]


def _one_of(attempts, grading):
    grade = grade_of([attempt.percent for attempt in attempts], grading)
    if grading == Grading.LAST:
        return attempts[-1]
    return next((one for one in attempts if grading != Grading.FIRST and one.percent == grade), attempts[0])
