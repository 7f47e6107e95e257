"""My notebook: what learners wrote down for themselves, by the lessons and tests where they did."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.translation import get_language
from wagtail.models import Page

from quizzes.notebook import entries_of, places_of

PLACES_A_PAGE = 20


@dataclass(frozen=True)
class Place:
    """A lesson or a test and what was written there. Without `url` it is not there to be read any more."""

    title: str
    language: str
    url: str
    entries: list


def notebook_of(learner, request):
    """Return (the page of the list, its places), the latest first. Runs five queries, for any number of them."""
    listed = Paginator(places_of(learner), PLACES_A_PAGE).get_page(request.GET.get("p"))
    keys = list(listed.object_list)
    pages, entries = _pages(keys), entries_of(learner, keys)
    return listed, [_place(pages.get(key), entries[key], request) for key in keys]


def _pages(keys):
    """Return {key: page}: one that can be read, in the reader's language, goes before any other."""
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
    mine = get_language()
    ordered = sorted(pages, key=lambda page: (page.live, page.locale.language_code == mine))
    return {page.translation_key: page for page in ordered}


def _place(page, entries, request):
    if page is None:
        return Place("", get_language(), "", entries)
    url = page.get_url(request) if page.live else ""
    return Place(page.title, page.locale.language_code, url or "", entries)
