"""Who may read and who may answer the lessons and quizzes of a course."""

from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from quizzes.models import QuizMixin

from .enrolling import enrolment_of
from .models.pages import CoursePage

REMEMBERED = 4096
_remembered = OrderedDict()


@dataclass(frozen=True)
class Belonging:
    """The course that a page belongs to, as far as a guard has to know."""

    course_id: int
    key: UUID
    is_open_to_read: bool


def guard(page, request):
    """Return a redirect to the course for somebody who may not do this here, otherwise None.

    Whoever is signed out and answers goes on to the page: it asks them to sign in and loses nothing.
    """
    course = course_of(page) if isinstance(page, QuizMixin) else None
    if course is None or enrolment_of(request, course.key):
        return None
    if request.method == "POST":
        return _to_course(course, request) if request.user.is_authenticated else None
    if course.is_open_to_read or may_look_after(page, request.user):
        return None
    return _to_course(course, request)


def may_answer(page, request):
    """Say whether the person takes part in the page's course. True for a page outside any course."""
    course = course_of(page)
    return course is None or enrolment_of(request, course.key) is not None


def may_look_after(page, user):
    """Say whether the page is among those that the person works on in the admin."""
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    tester = page.permissions_for_user(user)
    return user.is_superuser or bool(tester.permissions)


def course_of(page):
    """Return the `Belonging` of a page, or None outside any course.

    Runs no query for a proven page whose course this worker has met under the same stamp.
    """
    if page.proof is None:
        return _look_up(page)
    stamp, belonging = _remembered.get(page.path, (None, None))
    if stamp != page.proof.stamp:
        belonging = _look_up(page)
        _remember(page, belonging)
    return belonging


def _look_up(page):
    course = CoursePage.objects.filter(path__in=_paths_above(page)).order_by("-depth").first()
    return course and Belonging(course.pk, course.translation_key, course.is_open_to_read)


def _paths_above(page):
    return [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]


def _remember(page, belonging):
    _remembered[page.path] = (page.proof.stamp, belonging)
    while len(_remembered) > REMEMBERED:
        try:
            _remembered.popitem(last=False)
        except KeyError:  # another thread was quicker
            break


def _to_course(course, request):
    messages.info(request, _("Join the course to open its lessons."))
    return redirect(CoursePage.objects.get(pk=course.course_id).get_url(request))
