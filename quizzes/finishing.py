"""Checking one answer, and finishing a whole test."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from .attempting import State, ended_at, is_lost_at_the_end, state_of
from .judging import hand_over
from .marking import total_from, total_of
from .models.attempts import Attempt, Response
from .signals import attempt_submitted
from .trying import tries_of
from .types.base import MarkedBy
from .versions import get_items
from .writing import one_writer


def check(response, item):
    """Mark one practice answer by the item as it was shown, so that its feedback may be seen.

    An answer that was changed meanwhile stays unmarked; one that was only saved once more does not.
    One that a person marks is handed over to them.
    """
    if response.answer is None:
        return
    if item.type.marked_by == MarkedBy.PERSON:
        with one_writer():
            hand_over(response, response.attempt.page_key)
        return
    tries = tries_of(response.attempt)
    if tries.is_settled(item, response):
        return
    _mark, fraction = tries.mark(item, response.answer, response.language, response.tries)
    unchanged = {
        "answer": response.answer,
        "item_version": response.item_version_id,
        "language": response.language,
    }
    with one_writer():
        Response.objects.filter(pk=response.pk, **unchanged).update(fraction=fraction)


def finish(attempt_id, at=None):
    """End a test by what is saved and return the attempt. Safe to call twice: the first total stands.

    Where it is too late to hand in, it ends as its rules say. `at` is when it was handed in, if not now.
    """
    with one_writer():
        attempt = Attempt.objects.select_for_update(of=("self",)).select_related("version").get(pk=attempt_id)
        now = at or timezone.now()
        if attempt.is_open and not attempt.is_stopped:
            _end(attempt, _way_it_ends(attempt, now), ended_at(attempt, now))
    return attempt


def close_if_over(attempt):
    """End an attempt whose time has run out, and return it as it is then. Runs no query where it has not."""
    return finish(attempt.pk) if state_of(attempt, timezone.now()) == State.OVER else attempt


def _way_it_ends(attempt, now):
    if state_of(attempt, now) != State.OVER:
        return Attempt.Ending.HANDED_IN
    return Attempt.Ending.ABANDONED if is_lost_at_the_end(attempt) else Attempt.Ending.TIME_UP


def _end(attempt, ending, at):
    attempt.ending, attempt.finished_at = ending, at
    if not attempt.is_abandoned:
        mark_all(attempt)
        transaction.on_commit(partial(attempt_submitted.send_robust, sender=Attempt, attempt=attempt))
    attempt.save(update_fields=["ending", "finished_at", "total", "maximum"])


def mark_all(attempt):
    """Mark every response of a test by the version it was begun on, and set the total. Saves the responses.

    What a person marks is handed over to them, and there is no total until they have.
    """
    items = get_items(attempt.page_key, attempt.pairs, with_wordings=False)
    responses = [response for response in attempt.responses.all() if response.answer is not None]
    answers = {str(response.item_id): (response.answer, response.language) for response in responses}
    tries, by_id = tries_of(attempt), {item.id: item for item in items}
    judged = {str(response.item_id): response.fraction for response in responses}
    marks, _total, attempt.maximum = total_of(items, answers, judged)
    for response in responses:
        item, fraction = by_id[str(response.item_id)], marks[str(response.item_id)].fraction
        response.fraction = tries.earned(item, fraction, response.tries)
    fractions = {str(response.item_id): response.fraction for response in responses}
    attempt.total = total_from(items, fractions)
    Response.objects.bulk_update(responses, ["fraction"])
    by_person = {item.id for item in items if item.type.marked_by == MarkedBy.PERSON}
    for response in responses:
        is_marked = str(response.item_id) in attempt.carried and response.fraction is not None
        if str(response.item_id) in by_person and not is_marked:
            hand_over(response, attempt.page_key)
