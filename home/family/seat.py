"""What a guardian is shown of each child: never more than was agreed to, and never an answer."""

from dataclasses import dataclass

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
    """Return the children of a guardian by name. Runs two queries, and six for each child whose progress shows."""
    linked = Guardianship.objects.in_force().filter(guardian=guardian, learner__is_active=True)
    learners = [link.learner for link in linked.select_related("learner__learner_profile")]
    agreed = consents.agreed_to(learners)
    children = [_child(learner, agreed[learner.pk], request) for learner in learners]
    return sorted(children, key=lambda child: (sort_key(child.name, language), child.learner.pk))


def _child(learner, agreed, request):
    courses = courses_of(learner, request) if Purpose.PROGRESS in agreed else []
    return Child(learner, agreed, tuple(courses))
