"""One query that says whether a remembered page may still be shown, and under which stamp."""

from dataclasses import dataclass
from functools import cache

from django.db import connection
from wagtail.models import Page, PageViewRestriction

from ..models.stamp import Stamp


@dataclass(frozen=True)
class Proof:
    revision: int | None
    stamp: int


def prove(page_id, url_path, paths) -> Proof | None:
    """Return the page's live revision and the stamp, or None.

    None when the page is not live any more, not at `url_path` any more, or when one of
    `paths` (the tree paths of the page, its ancestors and whatever it is an alias of)
    carries a view restriction. Runs one query, always: nothing here trusts a signal.
    """
    with connection.cursor() as cursor:
        cursor.execute(_sql(len(paths)), [*paths, page_id, url_path])
        row = cursor.fetchone()
    if row is None or row[2]:
        return None
    return Proof(revision=row[0], stamp=row[1] or 0)


def current_stamp():
    """Return the stamp by itself, for a page that was found the ordinary way. Runs one query."""
    return Stamp.objects.filter(pk=1).values_list("value", flat=True).first() or 0


@cache
def _sql(number_of_paths):
    """Written by hand because compiling it from the ORM costs more than running it."""
    quote = connection.ops.quote_name
    page, restriction, stamp = (quote(model._meta.db_table) for model in (Page, PageViewRestriction, Stamp))
    places = ", ".join(["%s"] * number_of_paths)
    return (
        f"SELECT page.live_revision_id, (SELECT value FROM {stamp} WHERE id = 1),"  # noqa: S608 - table names
        f" EXISTS(SELECT 1 FROM {restriction} r JOIN {page} a ON a.id = r.page_id WHERE a.path IN ({places}))"
        f" FROM {page} page WHERE page.id = %s AND page.url_path = %s AND page.live"
    )


def guarded_paths(page):
    """Return the tree paths whose restrictions bind `page`: its own, its ancestors', and those of alias originals."""
    paths = set()
    for ancestor in page.get_ancestors(inclusive=True):
        while ancestor is not None:
            paths.add(ancestor.path)
            ancestor = ancestor.alias_of
    return tuple(sorted(paths))
