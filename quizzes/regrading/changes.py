"""What a regrade would do, batch by batch. Nothing is written here.

A batch of finished tests costs five queries, however many items and answers there are.
"""

from dataclasses import dataclass
from decimal import Decimal

from ..marking import total_from
from ..models.attempts import Attempt, Response
from ..models.versions import QuizVersion
from ..trying import tries_of
from ..versions import get_items

BATCH = 500  # attempts


@dataclass(frozen=True)
class Remark:
    """One response under the regrade. It has no pk yet where nothing was answered.

    `worth` are the points of the item in the attempt, as it was asked there.
    """

    response: Response
    before: Decimal | None
    after: Decimal
    item_version_id: int
    worth: Decimal


@dataclass(frozen=True)
class Change:
    """What happens to one attempt: totals in points before and after, and the responses that are marked differently.

    A total is None while an answer waits for a person's mark. `attempt` still has the old total.
    """

    attempt: Attempt
    before: Decimal | None
    after: Decimal | None
    remarks: list

    @property
    def was_passed(self):
        return self.attempt.is_passed_with(self.before)

    @property
    def is_passed(self):
        return self.attempt.is_passed_with(self.after)

    @property
    def gain(self):
        """The points gained, below zero where some are lost. What has no total now or then gains nothing."""
        return (self.after or Decimal(0)) - (self.before or Decimal(0)) if self.has_totals else Decimal(0)

    @property
    def has_totals(self):
        return self.before is not None and self.after is not None


def changes_for(rule, batch=BATCH):
    """Yield a list of `Change`s for each batch of finished tests of which some marks differ under the rule."""
    finder = Finder(rule)
    for pks in finder.batches(batch):
        changes = finder.changes_of(pks)
        if changes:
            yield changes


class Finder:
    """Finds what changes under one rule. Remembers the quiz versions that it meets."""

    def __init__(self, rule):
        self.rule = rule
        self._versions = {}

    def batches(self, size):
        """Yield lists of the pks of finished tests, in the order of their pks."""
        last = None
        tests = Attempt.objects.on(self.rule.page_key).finished().tests()
        while self.rule.item_ids:
            after = tests.filter(pk__gt=last) if last else tests
            pks = list(after.order_by("pk").values_list("pk", flat=True)[:size])
            if not pks:
                return
            yield pks
            last = pks[-1]

    def changes_of(self, pks, lock=False):
        """Return the changes of those attempts; with `lock` they stay as they are until the transaction ends."""
        attempts = self._attempts(pks, lock)
        remarks = self._remarks(attempts)
        fractions = self._fractions(remarks)
        return [
            self._change(attempts[pk], found, fractions.get(pk, {})) for pk, found in sorted(remarks.items())
        ]

    def _attempts(self, pks, lock):
        attempts = Attempt.objects.filter(pk__in=pks).select_related("learner").order_by("pk")
        if lock:
            attempts = attempts.select_for_update(of=("self",))
        found = {attempt.pk: attempt for attempt in attempts}
        unknown = {attempt.version_id for attempt in found.values()} - self._versions.keys()
        self._versions |= QuizVersion.objects.in_bulk(unknown) if unknown else {}
        for attempt in found.values():
            attempt.version = self._versions[attempt.version_id]
        return found

    def _remarks(self, attempts):
        """Return {attempt pk: [Remark]}."""
        rows = Response.objects.filter(attempt__in=list(attempts), item_id__in=self.rule.item_ids)
        answered = {(response.attempt_id, str(response.item_id)): response for response in rows}
        found = {}
        for pk, attempt in attempts.items():
            for item_id in self.rule.item_ids:
                response = answered.get((pk, item_id)) or self._unanswered(attempt, item_id)
                remark = response and self._remark(attempt, response, item_id)
                if remark:
                    found.setdefault(pk, []).append(remark)
        return found

    def _remark(self, attempt, response, item_id):
        after = self.rule.mark(item_id, response.answer, response.language, response.fraction)
        if self.rule.counts_tries and after is not response.fraction:  # what tries took off stays off
            after = tries_of(attempt).earned(self._item(attempt, item_id), after, response.tries)
        if after == response.fraction:
            return None
        version = self.rule.version_of(item_id, response.item_version_id)
        worth = self._item(attempt, item_id).points
        return Remark(response, response.fraction, after, version, worth)

    def _unanswered(self, attempt, item_id):
        """Return a response without an answer, to carry the mark, where the rule wants one; else None."""
        if not self.rule.needs(attempt.pairs, item_id):
            return None
        item = self._item(attempt, item_id)
        return Response(
            attempt=attempt,
            item_id=item_id,
            item_version_id=item.pk,
            language=item.source_language,
            edited_at=attempt.finished_at,
        )

    def _fractions(self, remarks):
        """Return {attempt pk: {item id: fraction}} of everything that counts in the attempts that change."""
        found = {}
        rows = Response.objects.filter(attempt__in=list(remarks)).only(
            "attempt_id", "item_id", "answer", "fraction"
        )
        for response in rows if remarks else []:
            if response.counts:
                found.setdefault(response.attempt_id, {})[str(response.item_id)] = response.fraction
        return found

    def _change(self, attempt, remarks, fractions):
        after = {str(remark.response.item_id): remark.after for remark in remarks}
        return Change(attempt, attempt.total, total_from(self._items(attempt), fractions | after), remarks)

    def _item(self, attempt, item_id):
        return next(item for item in self._items(attempt) if item.id == item_id)

    def _items(self, attempt):
        return get_items(attempt.page_key, attempt.pairs, with_wordings=False)
