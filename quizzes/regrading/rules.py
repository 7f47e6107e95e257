"""What a regrade marks by: the key as published now, or full marks for everybody."""

from decimal import Decimal

from ..erasing import ERASED
from ..models.attempts import Attempt
from ..models.regrades import Regrade
from ..models.versions import PublishedQuiz, QuizVersion
from ..types.shares import PLACES
from ..versions import get_items

ALL = Decimal(1)
NOTHING = Decimal(0)


class ByKey:
    """Marks the answers to one item, or to all, by the key as it is published now.

    An item that is no longer asked keeps its marks, and so does what only a person can mark. Marking one
    item by its key takes full marks for everybody back; marking all leaves them.
    """

    how = Regrade.How.KEY
    counts_tries = True

    def __init__(self, page_key, item_id=None):
        self.page_key, self.item_id = page_key, item_id
        published = PublishedQuiz.objects.select_related("version").get(pk=page_key)
        items = get_items(page_key, published.version.items, with_wordings=False)
        left = {} if item_id else Regrade.objects.gifts_on(page_key)
        wanted = (item for item in items if item_id in (None, item.id) and item.id not in left)
        self.items = {item.id: item for item in wanted if item.type is not None}
        self._marks = {}

    @property
    def item_ids(self):
        return list(self.items)

    @property
    def digests(self):
        return [item.digest for item in self.items.values()]

    def needs(self, asked, item_id):
        """Tell whether an attempt that was `asked` these pairs needs a mark even where nothing was answered."""
        return False

    def mark(self, item_id, answer, language, before):
        """Return the fraction that the answer earns now. Marks equal answers once."""
        if answer == ERASED:
            return before
        if answer is None:
            return before if before is None else NOTHING
        key = (item_id, language, repr(answer))
        if key not in self._marks:
            fraction = self.items[item_id].mark(answer, language).fraction
            self._marks[key] = None if fraction is None else fraction.quantize(PLACES)
        return before if self._marks[key] is None else self._marks[key]

    def version_of(self, item_id, answered):
        """Return the pk of the item version that is marked by; `answered` is that of the response."""
        return self.items[item_id].pk


class ForEverybody:
    """Gives everybody full marks for one item as it has stood in finished tests, answered or not."""

    how = Regrade.How.EVERYBODY
    counts_tries = False

    def __init__(self, page_key, item_id, digests=None):
        self.page_key, self.item_id = page_key, str(item_id)
        digests = set(_digests_in_tests(page_key, self.item_id) if digests is None else digests)
        self.pairs = [(self.item_id, digest) for digest in sorted(digests)]
        items = get_items(page_key, self.pairs, with_wordings=False)
        self.versions = {item.digest: item for item in items}

    @property
    def item_ids(self):
        return [self.item_id]

    @property
    def digests(self):
        return list(self.versions)

    def needs(self, asked, item_id):
        return any(tuple(pair) in self.pairs for pair in asked)

    def mark(self, item_id, answer, language, before):
        return ALL

    def version_of(self, item_id, answered):
        return answered


def _digests_in_tests(page_key, item_id):
    """Return the digests under which finished tests have asked an item. Runs one query."""
    tests = Attempt.objects.on(page_key).finished().tests()
    versions = QuizVersion.objects.filter(pk__in=tests.values("version")).values_list("items", flat=True)
    return {digest for pairs in versions for one, digest in pairs if one == item_id}
