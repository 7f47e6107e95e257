"""Where a lesson or quiz stands in its course, and what follows it."""

from .guarding import course_of
from .outline import outline_of


def place_of(page):
    """Return what a page says about its place: course, module, step of how many, what is next.

    None outside any course. Runs at most three queries; meant for the part of a page that is shared.
    """
    outline = _outline_around(page)
    found = outline and outline.find(page.translation_key)
    if not found:
        return None
    stretch, _step, number = found
    follower = outline.after(page.translation_key)
    return {
        "course_title": outline.title,
        "course_url": outline.url,
        "module_title": stretch.title,
        "number": number,
        "total": len(stretch.steps),
        "next": follower,
        "next_url": _url_after(outline, page),
    }


def url_after(page, request):
    """Return the address of the next step, or of the course after the last one; None outside any course."""
    outline = _outline_around(page, request)
    return outline and _url_after(outline, page)


def _url_after(outline, page):
    follower = outline.after(page.translation_key)
    return follower.url if follower else outline.url


def _outline_around(page, request=None):
    course = course_of(page)
    return course and outline_of(course.key, page.locale.language_code, request)
