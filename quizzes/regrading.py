"""Regrading: after a key was corrected, finished tests are marked again, on purpose and with a before and an after."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.db import transaction

from .marking import total_from
from .models.attempts import Attempt, MarkChange, Response
from .models.versions import PublishedQuiz
from .signals import attempt_regraded
from .versions import get_items
from .writing import one_writer


@dataclass(frozen=True)
class Change:
    """What a regrade does to one attempt: totals in points, and the responses that are marked differently.

    A total is None while an answer waits for a person's mark.
    """

    attempt: Attempt
    before: Decimal | None
    after: Decimal | None
    responses: list


def changes_for(page_key):
    """Yield a `Change` for every finished test on a page whose marks differ under the published key.

    Items that are no longer asked keep the mark they have, and the maximum stays that of the attempt.
    """
    published = PublishedQuiz.objects.select_related("version").get(pk=page_key)
    new = {item.id: item for item in get_items(page_key, published.version.items, with_wordings=False)}
    attempts = Attempt.objects.on(page_key).finished().filter(mode=Attempt.Mode.TEST)
    for attempt in (
        attempts.select_related("version", "learner").prefetch_related("responses").order_by("started_at")
    ):
        change = _change_of(attempt, new)
        if change.responses:
            yield change


def apply(change):
    """Write one change and remember the old marks. One short transaction an attempt."""
    with one_writer():
        for response, before, item in change.responses:
            MarkChange.objects.create(
                response=response, item_version_id=item.pk, before=before, after=response.fraction
            )
        Response.objects.bulk_update([response for response, *_ in change.responses], ["fraction"])
        Attempt.objects.filter(pk=change.attempt.pk).update(total=change.after)
        change.attempt.total = change.after
        news = partial(
            attempt_regraded.send_robust, sender=Attempt, attempt=change.attempt, before=change.before
        )
        transaction.on_commit(news)


def _change_of(attempt, new):
    old = get_items(attempt.page_key, attempt.version.items, with_wordings=False)
    changed, fractions = [], {}
    for response in attempt.responses.all():
        if response.answer is None:
            continue
        before, item = response.fraction, new.get(str(response.item_id))
        if item is not None and item.type is not None:
            after = item.mark(response.answer, response.language).fraction
            if after is not None and after != before:  # None: no rule decides, so what a person said stands
                response.fraction = after
                changed.append((response, before, item))
        fractions[str(response.item_id)] = response.fraction
    return Change(attempt, attempt.total, total_from(old, fractions), changed)
