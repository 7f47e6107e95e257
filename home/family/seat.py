"""What a guardian is shown of each child: never more than was agreed to, and never an answer."""

import itertools
from dataclasses import dataclass, replace

from django.db.models import Q

from courses.models import CoursePage, Enrolment
from courses.progress import State
from home.learning import courses_of
from languages.collation import sort_key
from people import consents
from people.consents import Purpose
from people.models import Guardianship, name_of

LATEST = 3  # of what went well: a few good things are read, a list is not


@dataclass(frozen=True)
class Child:
    """One child as their guardian sees them. `courses` is empty where progress is not agreed to."""

    learner: object
    agreed: dict  # {purpose: its consents in force}
    courses: tuple
    readable: frozenset = frozenset()  # keys of those courses whose lessons open for the guardian

    @property
    def name(self):
        return name_of(self.learner)

    @property
    def shows_progress(self):
        return Purpose.PROGRESS in self.agreed

    @property
    def shows_results(self):
        return Purpose.RESULTS in self.agreed

    @property
    def current(self):
        """The course they were last at, or None."""
        return self.courses[0] if self.courses else None

    @property
    def went_well(self):
        """The latest tests that they have passed, the newest first."""
        if not self.shows_results:
            return []
        passed = [step for step, _course in self._done() if step.is_quiz]
        return passed[:LATEST]

    @property
    def try_at_home(self):
        """The lesson that they completed last, to be told about at home; None before the first one."""
        return next((step for step, _course in self._done() if not step.is_quiz), None)

    @property
    def may_open_it(self):
        """Whether that lesson opens for the guardian: it is open to read, or they take the course themselves."""
        courses = (course for step, course in self._done() if not step.is_quiz)
        return any(course.outline.key in self.readable for course in itertools.islice(courses, 1))

    @property
    def decides_alone(self):
        """Whether they are known to be of age: then nobody else agrees for them."""
        return consents.is_adult(self.learner) is True

    @property
    def decisions(self):
        """[(purpose, its words, the consents to it)]; a photo, agreed to on paper, stands here to be taken back."""
        asked = [
            one
            for one in consents.ENDED_BY_GUARDIANS
            if one in consents.DECIDED_BY_GUARDIANS or one in self.agreed
        ]
        return [(purpose, purpose.label, self.agreed.get(purpose, ())) for purpose in asked]

    def _done(self):
        """Return [(step, course)] of completed steps, the latest first."""
        done = [
            (course.progress.seen_at.get(step.key), step, course)
            for course in self.courses
            for step in course.outline.steps
            if course.progress.state(step.key) == State.COMPLETED
        ]
        done = [one for one in done if one[0]]
        return [(step, course) for _at, step, course in sorted(done, key=lambda one: one[0], reverse=True)]


def children_of(guardian, request, language) -> list[Child]:
    """Return the children of a guardian by name. Runs three queries, and six for each child whose progress shows."""
    linked = Guardianship.objects.in_force().filter(guardian=guardian, learner__is_active=True)
    learners = [link.learner for link in linked.select_related("learner__learner_profile")]
    agreed = consents.agreed_to(learners)
    children = [_child(learner, agreed[learner.pk], request) for learner in learners]
    readable = _readable_by(guardian, {course.outline.key for child in children for course in child.courses})
    children = [replace(child, readable=readable) for child in children]
    return sorted(children, key=lambda child: (sort_key(child.name, language), child.learner.pk))


def _readable_by(guardian, keys):
    own = Enrolment.objects.by(guardian).active().values("course_key")
    found = CoursePage.objects.live().filter(Q(is_open_to_read=True) | Q(translation_key__in=own))
    found = found.filter(translation_key__in=keys).values_list("translation_key", flat=True)
    return frozenset(map(str, found))


def _child(learner, agreed, request):
    courses = courses_of(learner, request) if Purpose.PROGRESS in agreed else []
    return Child(learner, agreed, tuple(courses))
