"""Finding what somebody asked for."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from operator import and_, or_

from django.db.models import BooleanField, Case, Q, Value, When
from django.utils.translation import get_language

from courses.models import SearchEntry
from courses.visibility import in_hidden_branches

from .nearness import nearest, triples
from .readable import readable_by
from .words import as_beginning, words_asked, words_in

MOST_FOUND = 100
MOST_READ = 100  # texts that are looked through for words like a mistyped one
SHORTEST = 3  # letters of a word that is looked for by itself: shorter ones are in every text
AROUND_WORDS = ".,;:!?…«»“”„\"'()[]–—-"


class Place(Enum):
    ANYWHERE, TITLES, TEXTS = range(3)


@dataclass(frozen=True)
class Findings:
    """What was found, best first. Where nothing was, `entries` hold what is near and `suggestions` how it is spelt."""

    words: list
    entries: list
    suggestions: list
    is_near: bool = False

    @property
    def is_cut(self):
        return len(self.entries) == MOST_FOUND


def find(query, user):
    """Return the `Findings` for a query, in the language being read first. Runs at most nine queries.

    Each word must begin a word of the title, or of the text for somebody who may read it.
    """
    words = words_asked(query)
    if not words:
        return Findings(words, [], [])
    shown = _shown_to(user)
    entries = _best(shown, words, and_)
    if entries:
        return Findings(words, entries, [])
    return _find_near(shown, words)


def _find_near(shown, words):
    """Return what has some of the words, or words like them, in its title, or else in its text."""
    own, everything = _spellings(shown)
    near = _near_words(words, own) or _near_words(words, everything)
    entries = _best(shown, near, or_, Place.TITLES) if near else []
    if not entries:
        return _find_in_texts(shown, words)
    suggestions = [everything[word] for word in near if word not in words and everything.get(word)]
    return Findings(near, entries, suggestions, is_near=True)


def _find_in_texts(shown, words):
    """The text around what was found shows how it is spelt there, so nothing is suggested."""
    words = [word for word in words if len(word) >= SHORTEST]
    entries = _best(shown, words, or_, Place.TEXTS) if words else []
    if words and not entries:
        words = _near_words_of_texts(shown, words)
        entries = _best(shown, words, or_, Place.TEXTS) if words else []
    return Findings(words, entries, [], is_near=True)


def _near_words_of_texts(shown, words):
    """Return words like these that begin with the same two letters, from the first texts that have any."""
    beginnings = dict.fromkeys(word[:2] for word in words)
    some = reduce(or_, (Q(text_words__contains=as_beginning(beginning)) for beginning in beginnings))
    texts = shown.filter(some, is_readable=True).order_by("is_foreign", "page__path")
    alike = re.compile(rf"(?<= )(?:{'|'.join(beginnings)})[^ ]*")
    found = {
        one for text in texts.values_list("text_words", flat=True)[:MOST_READ] for one in alike.findall(text)
    }
    vocabulary = {word: triples(word) for word in found}
    return list(dict.fromkeys(other for word in words for other in nearest(word, vocabulary)))


def _near_words(words, spellings):
    vocabulary = {word: triples(word) for word in spellings}
    return list(dict.fromkeys(other for word in words for other in _alike(word, vocabulary)))


def _alike(word, vocabulary):
    """Return the word itself if it begins one that is there, otherwise those that look like it."""
    is_known = len(word) > 2 and any(other.startswith(word) for other in vocabulary)
    return [word] if is_known else nearest(word, vocabulary)


def _spellings(shown):
    """Return {folded word: as it is written} of the titles in the language being read, and of all titles.

    The words of an address are near ones, too; nobody writes them, so they have no spelling to suggest.
    """
    own, everything = {}, {}
    titles = shown.order_by("is_foreign").values_list("page__title", "page__slug", "is_foreign")
    for title, slug, is_foreign in titles:
        found = dict.fromkeys(words_in(slug)) | _written_words(title)
        everything = found | everything
        own = own if is_foreign else found | own
    return own, everything


def _written_words(title):
    written = [word.strip(AROUND_WORDS).lower() for word in title.split()]
    return {folded: word for word in written for folded in words_in(word)}


def _shown_to(user):
    """Return the entries whose pages anybody could reach, each knowing whether this person may read the text."""
    entries = SearchEntry.objects.filter(page__live=True).exclude(in_hidden_branches("page__path"))
    own_language = Q(page__locale__language_code=get_language())
    return entries.annotate(is_readable=_says(readable_by(user)), is_foreign=_says(~own_language))


def _best(shown, words, together, place=Place.ANYWHERE):
    """Return the first entries that have all of the words (`and_`) or any (`or_`), one a page in all languages."""
    in_title = [Q(title_words__contains=as_beginning(word)) for word in words]
    in_text = [Q(text_words__contains=as_beginning(word), is_readable=True) for word in words]
    where = {Place.TITLES: in_title, Place.TEXTS: in_text}.get(place) or map(or_, in_title, in_text)
    weighed = in_text if place is Place.TEXTS else in_title
    weight = sum(Case(When(one, then=1), default=0) for one in weighed)
    entries = shown.filter(reduce(together, where)).annotate(weight=weight, order=_order_of_kinds())
    entries = entries.order_by("is_foreign", "-weight", "order", "page__path")
    return _once_each(entries.select_related("page__locale"))


def _once_each(entries):
    """A page that was found in several languages is shown once: in the language being read, if it is there."""
    kept = {}
    for entry in entries[: 3 * MOST_FOUND]:
        kept.setdefault(entry.page.translation_key, entry)
    return list(kept.values())[:MOST_FOUND]


def _order_of_kinds():
    return Case(*(When(kind=kind, then=place) for place, kind in enumerate(SearchEntry.Kind)), default=9)


def _says(condition):
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
