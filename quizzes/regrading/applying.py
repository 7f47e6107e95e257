"""Writing a regrade: one short transaction a batch, each of which can be done twice."""

from dataclasses import dataclass
from functools import partial

from django.db import transaction

from ..judging import tell_regraded
from ..models.attempts import Attempt, Response
from ..models.judgements import Submission
from ..models.regrades import MarkChange, Regrade
from ..writing import one_writer
from .changes import BATCH, Finder


@dataclass
class Tally:
    """How many tests changed, and whether the regrade went through all of them."""

    gained: int = 0
    lost: int = 0
    changed: int = 0
    is_whole: bool = True

    def add(self, changes):
        self.changed += len(changes)
        self.gained += sum(change.gain > 0 for change in changes)
        self.lost += sum(change.gain < 0 for change in changes)


def regrade(rule, by=None, reason="", most=None, batch=BATCH):
    """Mark finished tests by the rule and return a `Tally`. The marks from before stay in the history.

    Safe to call twice, and to go on with after an interruption: what is marked already does not change
    again. Stops after about `most` changed tests.
    """
    tally, finder = Tally(), Finder(rule)
    made = None
    for pks in finder.batches(batch):
        if most is not None and tally.changed >= most:
            tally.is_whole = False
            break
        if not finder.changes_of(pks):
            continue
        made = made or _record(rule, by, reason)
        tally.add(write(finder, pks, made))
    return tally


def write(finder, pks, made):
    """Write what changes in those attempts, read afresh under a lock, and return it."""
    with one_writer():
        changes = finder.changes_of(pks, lock=True)
        if changes:
            _keep(changes, made)
            news = [(change.attempt, change.before) for change in changes]
            transaction.on_commit(partial(tell_regraded, made.page_key, news))
    return changes


def _record(rule, by, reason):
    return Regrade.objects.create(
        page_key=rule.page_key,
        item_id=rule.item_id,
        how=rule.how,
        digests=rule.digests,
        reason=reason,
        made_by=by,
    )


def _keep(changes, made):
    remarks = [remark for change in changes for remark in change.remarks]
    for remark in remarks:
        remark.response.fraction = remark.after
    Response.objects.bulk_create([one.response for one in remarks if one.response.pk is None])
    Response.objects.bulk_update([one.response for one in remarks], ["fraction"], batch_size=BATCH)
    MarkChange.objects.bulk_create(
        MarkChange(
            regrade=made,
            response=one.response,
            item_version_id=one.item_version_id,
            before=one.before,
            after=one.after,
        )
        for one in remarks
    )
    for change in changes:
        change.attempt.total = change.after
    Attempt.objects.bulk_update([change.attempt for change in changes], ["total"])
    if made.how == Regrade.How.EVERYBODY:  # nobody needs to mark these any more
        waiting = Submission.objects.filter(response__in=[one.response for one in remarks], is_waiting=True)
        waiting.update(is_waiting=False)
