"""When a course is completed: all its lessons are done and all its quizzes passed. Once earned it stays."""

from collections import defaultdict

from django.utils import timezone
from wagtail.models import Page

from .models.enrolments import Enrolment
from .models.pages import CoursePage
from .outline import outlines
from .progress import Progress, progress_of

NOTHING = Progress()


def record_completions(learners, page_key):
    """Record the completion of those of the learners' courses that held back for this lesson or quiz only.

    Safe to call twice: the first time counts. Runs as many queries for one learner, by their id, as for all.
    """
    _record(_learning(learners, page_key))


def record_completions_of(learner):
    """Record the completion of whichever of a learner's courses is done. Safe to call twice."""
    keys = open_enrolments([learner]).values_list("course_key", flat=True)
    _record({str(key): {learner} for key in keys})


def _record(learning):
    """Look at {course key: learners who are in it and have not completed it}."""
    for outline in outlines(list(learning), language=None).values():
        here = learning[outline.key]
        progress = progress_of(outline.steps, here)
        done = [one for one in here if is_complete(outline, progress.get(one, NOTHING))]
        if done:
            open_enrolments(done).on(outline.key).update(completed_at=timezone.now())


def is_complete(outline, progress):
    """Say whether nothing is left to do, and there was something.

    A step that exists in one language only is nobody's duty.
    """
    duties = [step.key for step in outline.steps if step.is_led]
    return bool(duties) and progress.completed.issuperset(duties)


def open_enrolments(learners):
    return Enrolment.objects.filter(learner__in=learners, completed_at=None).active()


def _learning(learners, page_key):
    """Return {course key: learners who are in it and have not completed it} for the courses that hold this page."""
    paths = Page.objects.filter(translation_key=page_key).values_list("path", flat=True)
    above = {path[:end] for path in paths for end in range(Page.steplen, len(path), Page.steplen)}
    keys = CoursePage.objects.filter(path__in=above).values("translation_key")
    found = open_enrolments(learners).filter(course_key__in=keys).values_list("course_key", "learner_id")
    learning = defaultdict(set)
    for course_key, learner in found:
        learning[str(course_key)].add(learner)
    return learning
