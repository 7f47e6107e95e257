"""Whose text a person may see in what was found: the rule of `courses.guarding`, for many pages at once."""

from django.db.models import Q
from wagtail.permissions import page_permission_policy

from courses.models import CoursePage, Enrolment, SearchEntry


def readable_by(user):
    """Return a condition on entries. Runs one query for somebody signed in, three for staff."""
    of_all = CoursePage.objects.live().filter(is_open_to_read=True).values("translation_key")
    readable = Q(kind=SearchEntry.Kind.COURSE) | Q(course_key__in=of_all)
    if not user.is_authenticated:
        return readable
    joined = Enrolment.objects.by(user).active().values("course_key")
    readable |= Q(course_key__in=joined)
    return readable | Q(course_key__in=_looked_after(user)) if _is_staff(user) else readable


def _is_staff(user):
    """Most people have no permission on any page: then the admin's own need not be asked for."""
    works_on_pages = user.is_superuser or page_permission_policy.get_cached_permissions_for_user(user)
    return bool(works_on_pages) and user.has_perm("wagtailadmin.access_admin")


def _looked_after(user):
    own = page_permission_policy.instances_user_has_permission_for(user, "change")
    return CoursePage.objects.filter(pk__in=own.values("pk")).values("translation_key")
