"""A learner's notebook: what they wrote down for themselves, in lessons and tests, where nobody marks it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import get_language

from . import registry
from .items import Words
from .models.attempts import Response
from .types.base import MarkedBy
from .versions import items_of


@dataclass(frozen=True)
class Entry:
    """One thing that a learner wrote down, and the question that it is about in the reader's language."""

    stem: Words
    own: Words
    saved_at: datetime


def has_notebook(learner):
    """Tell whether the learner has written anything down. Runs one query."""
    return _written_by(learner).exists()


def places_of(learner):
    """Return a queryset of the keys of pages where the learner wrote something down, the latest first."""
    pages = _written_by(learner).values("attempt__page_key").annotate(last=Max("saved_at"))
    return pages.order_by("-last", "attempt__page_key").values_list("attempt__page_key", flat=True)


def entries_of(learner, page_keys):
    """Return {page key: [Entry, …]}, the latest first; the same words of a test taken again stand there once.

    Runs two queries.
    """
    written = _written_by(learner).filter(attempt__page_key__in=page_keys)
    rows = list(written.select_related("item_version", "attempt").order_by("-saved_at", "-pk"))
    items = items_of(row.item_version for row in rows)
    found, seen = {}, set()
    for row in rows:
        item = items[row.item_version_id]
        what = (row.attempt.page_key, item.id, row.answer["text"])
        if what not in seen:
            seen.add(what)
            own = Words(item.type.show(row.answer), row.language)
            entry = Entry(item.say("stem", get_language()), own, row.saved_at)
            found.setdefault(row.attempt.page_key, []).append(entry)
    return found


def _written_by(learner):
    kinds = [one.name for one in registry.all_types() if one.marked_by == MarkedBy.NOBODY]
    own = Response.objects.filter(attempt__learner=learner, item_version__content__type__in=kinds)
    return own.filter(answer__isnull=False)
