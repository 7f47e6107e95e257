"""A learner's courses, the one they were last at first."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import get_language

from courses.continuing import next_step
from courses.models import Enrolment
from courses.outline import outlines
from courses.path import Outline
from courses.progress import Progress, progress_as_seen
from courses.showing import progress_words, way_on
from quizzes.judging import answers_to_improve


@dataclass
class Course:
    """One of the learner's courses and how far they are in it."""

    enrolment: Enrolment
    outline: Outline
    progress: Progress

    @cached_property
    def step(self):
        """The step to go on with, or None when all are done."""
        return next_step(self.outline, self.progress)

    @property
    def is_foreign(self):
        """Whether the course is not translated into the language that is being read."""
        return self.outline.language != get_language()

    @property
    def place(self):
        """Where in the course the step stands: its stretch, and which of the stretch's steps it is."""
        stretch, _step, number = self.outline.find(self.step.key)
        return {"stretch": stretch, "number": number, "total": len(stretch.steps)}

    @property
    def words(self):
        return progress_words(self.outline, self.progress, self.enrolment)

    @property
    def done(self):
        return self.progress.done(step.key for step in self.outline.steps)

    @property
    def total(self):
        return len(self.outline.steps)

    @property
    def way(self):
        return way_on(self.outline, self.progress)

    @property
    def last_at(self):
        seen_at = self.progress.latest(step.key for step in self.outline.steps)
        return max(seen_at or self.enrolment.enrolled_at, self.enrolment.enrolled_at)


def courses_of(learner, request):
    """Return the learner's published courses. Runs five queries for any number of courses."""
    enrolments = {str(one.course_key): one for one in Enrolment.objects.by(learner).active()}
    found = outlines(list(enrolments), get_language(), request)
    progress = progress_as_seen([step for outline in found.values() for step in outline.steps], learner)
    courses = [Course(enrolments[key], outline, progress) for key, outline in found.items()]
    return sorted(courses, key=lambda course: course.last_at, reverse=True)


def steps_to_improve(learner, courses):
    """Return [(step, item id)] where a teacher gave an answer back to be improved. Runs one query."""
    steps = {step.key: step for course in courses for step in course.outline.steps}
    return [(steps[key], item_id) for key, item_id in answers_to_improve(learner).items() if key in steps]


def current_and_others(courses):
    """Return the course to go on with, None when nothing is left anywhere, and the rest."""
    current = next((course for course in courses if course.step and not course.enrolment.is_completed), None)
    return current, [course for course in courses if course is not current]
