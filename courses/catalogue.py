"""The courses that there are, by subject."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.translation import get_language

from .models.enrolments import Enrolment
from .models.pages import CoursePage, SubjectPage
from .outline import outlines
from .progress import State, progress_as_seen
from .showing import chip


@dataclass(frozen=True)
class Listed:
    """A course as the catalogue shows it."""

    key: UUID
    title: str
    intro: str
    url: str


@dataclass(frozen=True)
class Subject:
    """A field of learning. By `sign`, its page's slug, a site's style sheet may know which picture it has."""

    title: str
    intro: str
    url: str
    sign: str
    courses: list


def subjects_below(page, request):
    """Return the live subjects at or below a page with their live courses, in order. Runs two queries."""
    courses = {}
    for course in CoursePage.objects.live().descendant_of(page).order_by("path").select_related("locale"):
        listed = Listed(course.translation_key, course.title, course.intro, course.get_url(request))
        courses.setdefault(course.path[: -CoursePage.steplen], []).append(listed)
    subjects = SubjectPage.objects.live().descendant_of(page, inclusive=True).order_by("path")
    return [
        Subject(
            subject.title,
            subject.intro,
            subject.get_url(request),
            subject.slug,
            courses.get(subject.path, []),
        )
        for subject in subjects.select_related("locale")
    ]


class CatalogueFillers:
    """Marks the courses that a learner has joined or completed. Runs one query, six more where one is completed."""

    def __init__(self, request):
        self.request = request

    def as_dict(self):
        return {"course": self.course}

    @cached_property
    def enrolments(self):
        if getattr(self.request, "is_preview", False) or not self.request.user.is_authenticated:
            return {}
        active = Enrolment.objects.by(self.request.user).active()
        return {str(enrolment.course_key): enrolment for enrolment in active}

    def course(self, key):
        enrolment = self.enrolments.get(key)
        if enrolment is None:
            return ""
        is_shown = enrolment.is_completed and key not in self.hidden
        return chip(State.COMPLETED if is_shown else State.IN_PROGRESS)

    @cached_property
    def hidden(self):
        """The keys of the completed courses that would give a mark away which is held back. Runs one query or more."""
        completed = [key for key, enrolment in self.enrolments.items() if enrolment.is_completed]
        found = {key: outline.steps for key, outline in outlines(completed, get_language()).items()}
        steps = [step for own in found.values() for step in own]
        progress = progress_as_seen(steps, self.request.user)
        return {key for key, own in found.items() if progress.hides_completion(step.key for step in own)}
