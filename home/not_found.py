"""What to offer somebody whose address leads nowhere."""

from dataclasses import dataclass, field

from django.conf import settings
from django.shortcuts import render
from wagtail.models import Page, Site

from courses.searching.words import LONGEST_QUERY
from courses.visibility import in_hidden_branches

from .searching import SearchForm

DEEPEST = 12  # parts of an address; no page of a school stands deeper


@dataclass(frozen=True)
class Instead:
    """`versions` are [(language code, its name, page)] where the page is there in other languages.

    `nearest` is the page in this language that stands above it.
    """

    words: str = ""
    versions: list = field(default_factory=list)
    nearest: Page | None = None


def page_not_found(request, exception):
    """Say what happened and what there is instead, in the language of the address."""
    instead = instead_of(request)
    context = {"instead": instead, "form": SearchForm(initial={"q": instead.words})}
    return render(request, "404.html", context, status=404)


def instead_of(request):
    """Return what is there `Instead`. Runs at most four queries."""
    language, *parts = request.path.replace("\0", "").strip("/").split("/")  # PostgreSQL refuses NUL
    if language not in dict(settings.LANGUAGES) or not parts or len(parts) > DEEPEST:
        return Instead()
    fronts = _front_pages(request)
    own = fronts.pop(language, None)
    above = [_below(own, parts[:end]) for end in range(1, len(parts) + 1)] if own else []
    elsewhere = [_below(front, parts) for front in fronts.values()]
    found = _reachable([*above, *elsewhere])
    versions = {page.locale.language_code: page for page in found if page.url_path in elsewhere}
    return Instead(
        words=_words(parts[-1]),
        versions=[(code, name, versions[code]) for code, name in settings.LANGUAGES if code in versions],
        nearest=next((page for page in found if page.url_path in above), None),
    )


def _front_pages(request):
    """Return {language: the site's front page in it}."""
    site = Site.find_for_request(request)
    if site is None:
        return {}
    fronts = Page.objects.filter(translation_key=site.root_page.translation_key).select_related("locale")
    return {front.locale.language_code: front for front in fronts}


def _below(front, parts):
    """Return the tree's address. Slugs are equal in all languages, so one address names a page in each."""
    return f"{front.url_path}{'/'.join(parts)}/"


def _reachable(url_paths):
    pages = Page.objects.live().filter(url_path__in=url_paths).exclude(in_hidden_branches())
    return list(pages.select_related("locale").order_by("-depth"))


def _words(slug):
    return " ".join(slug.replace("-", " ").replace("_", " ").split())[:LONGEST_QUERY]
