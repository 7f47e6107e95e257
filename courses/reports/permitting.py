"""Whose learners a person of the staff may see: those of the courses that they work on, in any language."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import get_language
from wagtail.permissions import page_permission_policy

from courses.models import CoursePage


def own_courses(user):
    """Return {course key: its page} for the courses whose page the person may edit in one language or more.

    The page is the one in the language of the admin, where they may edit that. Runs two queries.
    """
    pages = list(_own_pages(user).select_related("locale").order_by("pk"))
    chosen = {page.translation_key: page for page in reversed(pages)}
    own_language = (page for page in pages if page.locale.language_code == get_language())
    return chosen | {page.translation_key: page for page in own_language}


def has_own_courses(user):
    """Say whether the person may edit any page at all. Runs no query that the admin's menu has not run."""
    return page_permission_policy.user_has_permission(user, "change")


def may_report_on(user, course_key):
    return _own_pages(user).filter(translation_key=course_key).exists()


def course_for(user, course_key):
    """Return the page of a course that the person may report on; anybody else is refused.

    Raises PermissionDenied for a course of others and for one that does not exist: nobody learns which.
    """
    pages = list(_own_pages(user).filter(translation_key=course_key).select_related("locale"))
    if not pages:
        raise PermissionDenied
    return next((page for page in pages if page.locale.language_code == get_language()), pages[0])


def _own_pages(user):
    own = page_permission_policy.instances_user_has_permission_for(user, "change")
    return CoursePage.objects.filter(pk__in=own.values("pk"))
