"""How far a learner has come. Read from what is recorded, never stored."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonRecord
from quizzes.grading import grade_of, have_passed
from quizzes.holding import Held, held_back
from quizzes.judging import attempts_with_returned_answers
from quizzes.models import Attempt, Response


class State(StrEnum):
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    WAITING = "waiting"
    HANDED_IN = "handed-in"
    COMPLETED = "completed"


WORDS = {
    State.NOT_STARTED: _("Not started"),
    State.IN_PROGRESS: _("In progress"),
    State.WAITING: _("Waiting for your teacher"),
    State.HANDED_IN: _("Handed in"),
    State.COMPLETED: _("Completed"),
}
ICONS = {
    State.NOT_STARTED: "○",
    State.IN_PROGRESS: "◐",
    State.WAITING: "◷",
    State.HANDED_IN: "◷",
    State.COMPLETED: "✓",
}


@dataclass
class Progress:
    """What one learner has begun and completed, by the keys of lessons and quizzes.

    `waiting` are tests that are finished as far as the learner goes, and that a teacher has yet to
    mark; `running` those that are open or have an answer to improve; `positions` says where in a lesson they were,
    `seen_at` when they were last at a step, `grades` the percentage that the finished attempts at a quiz come to, by
    its grading method, `rules` those it is read by. `handed_in` are tests that are finished and whose marks the
    learner may not see yet: as they read it, none of them is completed. `held_for_now` are those, begun again or not,
    whose marks are still to come.
    """

    begun: set = field(default_factory=set)
    running: set = field(default_factory=set)
    completed: set = field(default_factory=set)
    waiting: set = field(default_factory=set)
    handed_in: set = field(default_factory=set)
    held_for_now: set = field(default_factory=set)
    positions: dict = field(default_factory=dict)
    seen_at: dict = field(default_factory=dict)
    grades: dict = field(default_factory=dict)
    rules: dict = field(default_factory=dict)

    def state(self, key):
        if key in self.completed:
            return State.COMPLETED
        if key in self.waiting:
            return State.WAITING
        if key in self.handed_in:
            return State.HANDED_IN
        return State.IN_PROGRESS if key in self.begun else State.NOT_STARTED

    def state_of_all(self, keys):
        """Return the state of several steps taken together."""
        states = {self.state(key) for key in keys}
        if len(states) > 1:
            return State.IN_PROGRESS
        return states.pop() if states else State.NOT_STARTED

    def done(self, keys):
        """Return how many of these steps are completed."""
        return sum(key in self.completed for key in keys)

    def hides_completion(self, keys):
        """Tell whether to say that a course with these steps is completed would give a held mark away."""
        return not self.held_for_now.isdisjoint(keys)

    def latest(self, keys):
        """Return when the learner was last at one of these steps, or None."""
        return max((self.seen_at[key] for key in keys if key in self.seen_at), default=None)


def progress_in(steps, learner):
    """Return a learner's progress in these steps, with the places they were at.

    Runs three queries, a fourth where a teacher is awaited.
    """
    progress = next(iter(progress_of(steps, [learner]).values()), None) or Progress()
    _read_places(progress, learner, [step.key for step in steps if not step.is_quiz])
    return progress


def progress_as_seen(steps, learner):
    """Return a learner's progress as they may know it: what marks that are held back would tell is left out.

    Runs as many queries as `progress_in`, up to three more where marks are held back.
    """
    everybody = defaultdict(Progress)
    _read_lessons(everybody, [learner], [step.key for step in steps if not step.is_quiz])
    taken = _read_quizzes(everybody, [learner], [step.key for step in steps if step.is_quiz], as_seen=True)
    progress = everybody[learner.pk]
    _read_places(progress, learner, [step.key for step in steps if not step.is_quiz])
    _hold_back(progress, held_back(learner, {key: attempts for (_learner, key), attempts in taken.items()}))
    return progress


def _hold_back(progress, held):
    for key, how in held.items():
        progress.completed.discard(key)
        progress.grades.pop(key, None)
        if key not in progress.running | progress.waiting:
            progress.handed_in.add(key)
        if how == Held.FOR_NOW:
            progress.held_for_now.add(key)


def progress_of(steps, learners):
    """Return {learner's id: Progress} for those who have begun anything. As many queries for one as for all."""
    everybody = defaultdict(Progress)
    _read_lessons(everybody, learners, [step.key for step in steps if not step.is_quiz])
    _read_quizzes(everybody, learners, [step.key for step in steps if step.is_quiz])
    return dict(everybody)


def _read_lessons(everybody, learners, keys):
    records = LessonRecord.objects.filter(learner__in=learners, lesson_key__in=keys)
    for record in records if keys else ():
        key, progress = str(record.lesson_key), everybody[record.learner_id]
        progress.begun.add(key)
        progress.seen_at[key] = record.last_seen_at
        if record.is_completed:
            progress.completed.add(key)


def _read_places(progress, learner, keys):
    """The place in a lesson is the question that was answered last: what is saved says it, nothing else is kept."""
    attempts = Attempt.objects.filter(learner=learner, page_key__in=keys, mode=Attempt.Mode.PRACTICE)
    answers = Response.objects.filter(attempt=OuterRef("pk")).order_by("-saved_at", "-pk")
    places = attempts.annotate(
        item=Subquery(answers.values("item_id")[:1]), answered_at=Subquery(answers.values("saved_at")[:1])
    ).exclude(item=None)
    places = places.order_by("started_at").values_list("page_key", "item", "answered_at")
    for key, item_id, answered_at in places if keys else ():
        progress.begun.add(str(key))
        progress.positions[str(key)] = f"item-{item_id}"
        progress.seen_at[str(key)] = max(answered_at, progress.seen_at.get(str(key), answered_at))


def _read_quizzes(everybody, learners, keys, as_seen=False):
    """A quiz is completed once its grade has reached the pass mark, by the rules it was taken under.

    Return {(learner's id, key): their attempts}.
    """
    attempts = Attempt.objects.filter(learner__in=learners, page_key__in=keys, mode=Attempt.Mode.TEST)
    attempts = attempts.select_related("version").only(*ATTEMPT_FIELDS).order_by("started_at")
    if as_seen:
        attempts = attempts.with_published_settings()
    taken = defaultdict(list)
    for attempt in attempts if keys else ():
        taken[attempt.learner_id, str(attempt.page_key)].append(attempt)
    for (learner_id, key), theirs in taken.items():
        _read_quiz(everybody[learner_id], key, theirs)
    latest = [theirs[-1] for theirs in taken.values()]
    _sort_out_the_waiting(everybody, [attempt for attempt in latest if attempt.is_waiting])
    return taken


def _read_quiz(progress, key, attempts):
    """Read one learner's attempts, in their order, by the rules of the latest."""
    progress.begun.add(key)
    if attempts[-1].is_open:
        progress.running.add(key)
    progress.seen_at[key] = attempts[-1].finished_at or attempts[-1].started_at
    finished = [attempt for attempt in attempts if not attempt.is_open and not attempt.is_abandoned]
    grade = grade_of([attempt.percent for attempt in finished], attempts[-1].rules.grading)
    if grade is not None:
        progress.grades[key], progress.rules[key] = grade, attempts[-1].rules
    if have_passed(finished):
        progress.completed.add(key)


def _sort_out_the_waiting(everybody, attempts):
    """A test waits for the teacher unless an answer in it was given back: that is the learner's to do."""
    returned = attempts_with_returned_answers(attempts)
    for attempt in attempts:
        progress, key = everybody[attempt.learner_id], str(attempt.page_key)
        (progress.running if attempt.pk in returned else progress.waiting).add(key)


ATTEMPT_FIELDS = (
    "learner",
    "page_key",
    "total",
    "maximum",
    "started_at",
    "finished_at",
    "ending",
    "version__settings",
)
