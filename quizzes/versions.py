"""Reading frozen items. The rows never change, so a worker remembers them."""

from collections import OrderedDict

from .items import Item
from .models.versions import ItemVersion, ItemWording, PublishedQuiz, QuizVersion
from .prepared import Prepared
from .rules import Rules

REMEMBERED = 4096
_remembered = OrderedDict()
_remembered_wordings = OrderedDict()


def get_items(page_key, pairs, with_wordings=True, wordings=None):
    """Return the items of [(item id, digest)] in that order, with their newest wordings.

    Runs one query for items this worker has not met, and one for the wordings, unless `wordings` says how many
    the page has by now: they are only ever added, so while the number is the same this worker knows them all.
    """
    rows = _rows(page_key, pairs)
    wordings = _wordings([row[0] for row in rows], wordings) if with_wordings else {}
    return [
        Item(id=item_id, digest=digest, content=content, wordings=wordings.get(pk, {}), pk=pk)
        for (item_id, digest), (pk, content) in zip(pairs, rows, strict=True)
    ]


def get_version(pk):
    """Return a `QuizVersion`. Runs one query for a version this worker has not met."""
    version = _remembered.get(pk)
    if version is None:
        version = _remembered[pk] = QuizVersion.objects.get(pk=pk)
        _forget_the_oldest()
    return version


def published_version(page_key):
    """Return the `QuizVersion` that a new attempt gets, None for a page never frozen. Runs one query."""
    published = _published(page_key)
    return published[0].version if published else None


def published_rules(page_key):
    """Return the `Rules` that a new attempt is taken under; the defaults for a page never frozen. Runs one query."""
    version = published_version(page_key)
    return Rules.of(version.settings) if version else Rules()


_published = Prepared(lambda page_key: PublishedQuiz.objects.filter(pk=page_key).select_related("version"))


def get_known_items(page_key, pairs):
    """Return the items of those pairs that were ever asked on this page, without wordings."""
    known = []
    for pair in pairs:
        try:
            known += get_items(page_key, [pair], with_wordings=False)
        except KeyError:  # not from a page of ours
            continue
    return known


def items_of(versions):
    """Return {pk: Item} of `ItemVersion`s, each with its newest wordings. Runs one query."""
    versions = {version.pk: version for version in versions}
    wordings = _newest_wordings(list(versions))
    return {
        pk: Item(str(version.item_id), version.digest, version.content, wordings.get(pk, {}), pk)
        for pk, version in versions.items()
    }


def _rows(page_key, pairs):
    """Return (pk, content) for each pair, asking the database at most once. Raises KeyError for an unknown pair."""
    key = str(page_key)
    known = {pair: _remembered[(key, *pair)] for pair in map(tuple, pairs) if (key, *pair) in _remembered}
    missing = [digest for item_id, digest in pairs if (item_id, digest) not in known]
    if missing:
        for row in ItemVersion.objects.filter(page_key=page_key, digest__in=missing):
            pair = (str(row.item_id), row.digest)
            known[pair] = _remembered[(key, *pair)] = (row.pk, row.content)
        _forget_the_oldest()
    return [known[tuple(pair)] for pair in pairs]


def _forget_the_oldest():
    for kept in (_remembered, _remembered_wordings):
        while len(kept) > REMEMBERED:
            kept.popitem(last=False)


def _wordings(item_pks, how_many):
    """Return {item pk: {language: words}}; asks the database only where `how_many` is new, or None."""
    if how_many is None:
        return _newest_wordings(item_pks)
    known = {}
    for pk in item_pks:
        count, words = _remembered_wordings.get(pk, (None, None))
        if count == how_many:
            known[pk] = words
    missing = [pk for pk in item_pks if pk not in known]
    found = _newest_wordings(missing) if missing else {}
    for pk in missing:
        known[pk] = found.get(pk, {})
        _remembered_wordings[pk] = (how_many, known[pk])
    _forget_the_oldest()
    return known


def _newest_wordings(item_pks):
    wordings = {}
    rows = ItemWording.objects.filter(item__in=item_pks).order_by("pk")
    for item, language, words in rows.values_list("item_id", "language", "words"):
        wordings.setdefault(item, {})[language] = words
    return wordings
