"""What search engines may find: the pages that anybody may read, each with its languages."""

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page, Site

from courses.models import CourseIndexPage, CoursePage, SourcesPage, SubjectPage
from courses.visibility import in_hidden_branches
from lessons.models import LessonPage

from .models import HomePage

OPEN_TO_ALL = (HomePage, CourseIndexPage, SubjectPage, CoursePage, SourcesPage)
MOST = 50_000  # addresses that one sitemap may hold


@dataclass(frozen=True)
class Listed:
    """A page of the sitemap; `languages` are [(code, URL)] of all its versions if there are several."""

    url: str
    published_at: datetime
    languages: list


def listed(request):
    """Return what the sitemap lists, in the order of the tree. Runs five queries."""
    pages = _public_pages(request)
    urls = {page.pk: request.build_absolute_uri(page.get_url(request)) for page in pages}
    versions = {}
    for page in pages:
        versions.setdefault(page.translation_key, []).append((page.locale.language_code, urls[page.pk]))
    several = {key: languages if len(languages) > 1 else [] for key, languages in versions.items()}
    return [
        Listed(urls[page.pk], page.last_published_at, several[page.translation_key]) for page in pages[:MOST]
    ]


def _public_pages(request):
    pages = _pages_of_site(request).live().exclude(in_hidden_branches())
    open_courses = CoursePage.objects.live().filter(is_open_to_read=True).values_list("path", flat=True)
    lessons = pages.type(LessonPage).filter(_below(open_courses))  # the others are for those who have joined
    found = [*pages.type(*OPEN_TO_ALL), *lessons]
    return sorted(found, key=lambda page: page.path)


def _pages_of_site(request):
    site = Site.find_for_request(request)
    key = site.root_page.translation_key if site else None
    fronts = Page.objects.filter(translation_key=key).values_list("path", flat=True)
    return Page.objects.filter(_below(fronts)).select_related("locale")


def _below(paths):
    return reduce(or_, [Q(path__startswith=path) for path in paths], Q(pk__in=[]))
