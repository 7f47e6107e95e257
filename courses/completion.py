"""When a course is completed: all its lessons are done and all its quizzes passed. Once earned it stays."""

from django.utils import timezone
from wagtail.models import Page

from .models.enrolments import Enrolment
from .models.pages import CoursePage
from .outline import outlines
from .progress import progress_in


def record_completions(learner, page_key):
    """Record the completion of those of the learner's courses that held back for this lesson or quiz only.

    Safe to call twice: the first time counts.
    """
    courses = outlines(_open_courses(learner, page_key), language=None)
    for outline in courses.values():
        if is_complete(outline, progress_in(outline.steps, learner)):
            open_enrolments(learner).on(outline.key).update(completed_at=timezone.now())


def is_complete(outline, progress):
    """Say whether nothing is left to do, and there was something.

    A step that exists in one language only is nobody's duty.
    """
    duties = [step.key for step in outline.steps if step.is_led]
    return bool(duties) and progress.completed.issuperset(duties)


def open_enrolments(learner):
    return Enrolment.objects.by(learner).active().filter(completed_at=None)


def _open_courses(learner, page_key):
    """Return the keys of the courses the learner is in, has not completed, and that hold this page."""
    paths = Page.objects.filter(translation_key=page_key).values_list("path", flat=True)
    above = {path[:end] for path in paths for end in range(Page.steplen, len(path), Page.steplen)}
    keys = CoursePage.objects.filter(path__in=above).values("translation_key")
    return set(open_enrolments(learner).filter(course_key__in=keys).values_list("course_key", flat=True))
