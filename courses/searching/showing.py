"""What was found, as a person sees it."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.models import Page

from courses.models import CoursePage, SubjectPage
from languages.folding import KAZAKH_TO_RUSSIAN_KEYS

AROUND = 90  # characters before and after the first word that was found
SAME_LENGTH = KAZAKH_TO_RUSSIAN_KEYS | str.maketrans("ё", "е")


@dataclass(frozen=True)
class Hit:
    """A page in a list of findings. `place` is the titles above it: subject, course."""

    title: str
    url: str
    kind: str
    language: str
    place: list
    excerpt: str

    @property
    def is_foreign(self):
        return self.language != get_language()

    @property
    def language_name(self):
        return dict(settings.LANGUAGES).get(self.language, self.language)


def hits(entries, words):
    """Return a `Hit` for each entry. Runs one query."""
    titles = _titles_above(entries)
    return [_hit(entry, words, titles) for entry in entries]


def _hit(entry, words, titles):
    page = entry.page
    return Hit(
        title=page.title,
        url=page.get_url(),  # without the request, which would be asked for its site: a query more
        kind=entry.get_kind_display(),
        language=page.locale.language_code,
        place=[titles[path] for path in _paths_above(page) if path in titles],
        excerpt=excerpt(entry.text, words) if entry.is_readable else "",
    )


def _titles_above(entries):
    """Return {tree path: title} of the subjects and courses above the entries' pages."""
    paths = {path for entry in entries for path in _paths_above(entry.page)}
    pages = Page.objects.filter(path__in=paths).only("path", "title", "content_type")
    return {
        page.path: page.title for page in pages if issubclass(page.specific_class, (SubjectPage, CoursePage))
    }


def _paths_above(page):
    return [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]


def excerpt(text, words):
    """Return the text around the first of the words in it as HTML, with each of them marked; "" without any."""
    folded = text.lower().translate(SAME_LENGTH)
    if len(folded) != len(text) or not words:
        return ""  # a rare letter that grows when it is made small: no place could be trusted
    beginning = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})[^\W_]*")
    first = beginning.search(folded)
    if first is None:
        return ""
    start, end = _cut(text, first.start(), first.end())
    return _marked(text, start, end, beginning.finditer(folded, start, end))


def _cut(text, start, end):
    """Return where to begin and end, between words."""
    before = text.rfind(" ", 0, max(0, start - AROUND))
    after = text.find(" ", min(len(text), end + AROUND))
    return before + 1, after if after != -1 else len(text)


def _marked(text, start, end, found):
    pieces, at = [], start
    for one in found:
        pieces.append(format_html("{}<mark>{}</mark>", text[at : one.start()], text[one.start() : one.end()]))
        at = one.end()
    pieces.append(format_html("{}{}", text[at:end], "…" if end < len(text) else ""))
    return mark_safe(("…" if start else "") + "".join(pieces))  # noqa: S308 - made of escaped pieces
