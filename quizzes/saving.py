"""Saving answers: idempotent, in one short transaction, the later edit wins, nothing is lost.

- A save has a `key` made by the browser; a repeat of it changes nothing.
- Inside one tab, the sequence number decides which save is newer.
- Between tabs and computers the later edit wins: the server's time less the age that the
  browser measured, never before the attempt began. A clock that was set back does not count.
- Whatever loses or is replaced goes into the history.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, connection
from django.db.models import FilteredRelation
from django.utils import timezone

from .attempting import LATE, is_in_time
from .items import Item
from .models.attempts import Attempt, EarlierAnswer, Response
from .prepared import Prepared, insert, update
from .signals import answers_saved
from .trying import tries_of
from .writing import one_writer

MOST_TRIES = 1000
LONGEST_AGE = timedelta(days=30)


class NoAttempt(Exception):
    """There is no open attempt to save into: it was finished, or never begun."""


class Saved(NamedTuple):
    """What became of a save: the attempt, and the ids of the items where a newer answer from elsewhere counts.

    `replaced` is {item id: answer} of what counted until now and came from another window or computer, `others`
    {item id: response} of the items that this save was not about.
    """

    attempt: Attempt
    beaten: set
    replaced: dict
    others: dict


@dataclass(frozen=True)
class Edit:
    """Who typed when: the language on screen, and what the browser said about the save.

    `attempt` is the id of the attempt it was typed in, or "" where the page has but one.
    """

    language: str
    attempt: str = ""
    key: str = ""
    tab: str = ""
    sequence: int = 0
    age: timedelta = timedelta(0)
    arrived_at: datetime = field(default_factory=timezone.now)

    def edited_at(self, started_at):
        """Return when the learner changed the answer, by the server's clock, never before the attempt."""
        age = min(max(self.age, timedelta(0)), LONGEST_AGE)
        return max(self.arrived_at - age, min(started_at, self.arrived_at))


@dataclass(frozen=True)
class Typed:
    """An answer to one item, as it came. A blank one is None."""

    item: Item
    answer: dict | None


def save(learner, page_key, read, edit, begin_with=None):
    """Save what a learner typed and return `Saved`.

    `read(attempt)` returns a list of `Typed`. What arrives after its time, and a minute more, is kept in the
    history and does not count (`attempting.is_in_time`). Where no attempt is open, `begin_with()` gives
    the id of the version to begin one with: the practice of a lesson is begun by its first
    answer. Raises NoAttempt where there is no `begin_with`: a test is not running, or not the one it was typed in.
    """
    try:
        return _save(learner, page_key, read, edit, begin_with)
    except IntegrityError:  # two first answers began the practice at once, and the other was quicker
        return _save(learner, page_key, read, edit, begin_with)


def _save(learner, page_key, read, edit, begin_with):
    with one_writer():
        attempt, responses = _open_attempt(learner, page_key, begin_with)
        if edit.attempt not in ("", str(attempt.pk)):
            raise NoAttempt
        typed = read(attempt)
        if not is_in_time(attempt, edit.arrived_at):
            _keep_uncounted(attempt, responses, typed, edit)
            return Saved(attempt, set(), {}, {})
        elsewhere = {
            one.item.id: _answer_from_elsewhere(responses.get(one.item.id), one, edit) for one in typed
        }
        counts = {one.item.id: _merge(attempt, responses.get(one.item.id), one, edit) for one in typed}
        if typed:
            answers_saved.send(sender=Attempt, attempt=attempt, typed=typed)
    beaten = {item_id for item_id, does_count in counts.items() if not does_count}
    replaced = {item_id: answer for item_id, answer in elsewhere.items() if answer and item_id not in beaten}
    others = {item_id: response for item_id, response in responses.items() if item_id not in counts}
    return Saved(attempt, beaten, replaced, others)


def keep_for_the_record(learner, page_key, read, edit):
    """Keep what was typed in a test and arrives after its end. It does not count, but it is not lost.

    Return whether all of it had arrived in time: a browser that never heard so sends it again. Safe to call twice.
    """
    with one_writer():
        attempt = _ended_attempt(learner, page_key, edit)
        if attempt is None:
            return False
        responses = {str(response.item_id): response for response in attempt.responses.all()}
        return not _keep_uncounted(attempt, responses, read(attempt), edit)


def begin(learner, page_key, mode, version_id, **more):
    """Return the learner's open attempt, begun now if there was none. Safe to call twice."""
    attempt, _ = Attempt.objects.get_or_create(
        learner=learner,
        page_key=page_key,
        finished_at=None,
        defaults={"version_id": version_id, "mode": mode, "seed": random.getrandbits(31), **more},
    )
    return attempt


def replace(response, one, edit):
    """Put another answer in the place of a response's, inside a transaction. The old one stays in the history."""
    _keep_earlier(response)
    _write(response, one, edit, edit.arrived_at, fraction=None)


def _open_attempt(learner, page_key, begin_with):
    """Return the open attempt and {item id: response}. Runs one query where the attempt was begun before.

    PostgreSQL reads what it joins to a row as it was before it waited for that row: there the row is locked first.
    """
    if connection.vendor == "postgresql":
        list(Attempt.objects.by(learner).on(page_key).open().select_for_update().values_list("pk"))
    rows = _open_attempts(learner.pk, page_key)
    if rows:
        return rows[0], {str(row.given.item_id): row.given for row in rows if hasattr(row, "given")}
    if begin_with is None:
        raise NoAttempt
    return begin(learner, page_key, Attempt.Mode.PRACTICE, begin_with()), {}


def _ended_attempt(learner, page_key, edit):
    """Return the finished attempt that an edit was typed in, or None."""
    ended = Attempt.objects.by(learner).on(page_key).finished().select_related("version")
    try:
        return ended.filter(pk=UUID(edit.attempt)).first()
    except ValueError:  # it does not say so
        attempt = ended.order_by("-started_at").first()
    is_typed_in = attempt and edit.key and edit.edited_at(attempt.started_at) <= attempt.finished_at + LATE
    return attempt if is_typed_in else None


# A row for each response, or one without any.
_open_attempts = Prepared(
    lambda learner, page_key: (
        Attempt.objects.by(learner)
        .on(page_key)
        .open()
        .annotate(given=FilteredRelation("responses"))
        .select_related("given")
        .select_for_update(of=("self",))
    )
)
_earlier_saves = Prepared(lambda response, key: EarlierAnswer.objects.filter(response=response, key=key))


def _answer_from_elsewhere(response, one, edit):
    """Return the answer that counts by now if another window gave it and it says something else, otherwise None."""
    if response is None or _is_same_tab(response, edit) or _says_the_same(response, one):
        return None
    return response.answer


def _merge(attempt, response, one, edit):
    """Return whether the answer counts now, or one that says the same."""
    edited_at = edit.edited_at(attempt.started_at)
    if response is None:
        if one.answer is not None:
            insert(Response(attempt=attempt, item_id=UUID(one.item.id), **_values(one, edit, edited_at)))
        return True
    if not tries_of(attempt).is_settled(one.item, response):
        return _compare(response, one, edit, edited_at)
    if _says_the_same(response, one):
        return True
    _keep_late(response, one, edit, edited_at)
    return False


def _compare(response, one, edit, edited_at):
    """Put the answer in its place: what counts now is the later edit. Return whether it counts."""
    is_newer = _is_newer(response, edit, edited_at)
    if _says_the_same(response, one):
        if is_newer and edit.tab:  # so that a save still under way from before it does not win
            _write(response, one, edit, edited_at, fraction=response.fraction)
        return True
    if is_newer and not _is_repeat(response, edit):
        _keep_earlier(response)
        _write(response, one, edit, edited_at, fraction=None)
        return True
    if not is_newer:
        _keep_late(response, one, edit, edited_at)
    return False


def _write(response, one, edit, edited_at, fraction):
    values = _values(one, edit, edited_at) | {"fraction": fraction, "tries": _tries(response, one)}
    for name, value in values.items():
        setattr(response, name, value)
    update(response, {name.removesuffix("_id") for name in values})


def _tries(response, one):
    """Return how many answers to this very question were checked and then changed."""
    if response.item_version_id != one.item.pk:
        return 0
    is_another_try = response.fraction is not None and response.answer != one.answer
    return min(response.tries + is_another_try, MOST_TRIES)


def _values(one, edit, edited_at):
    return {
        "item_version_id": one.item.pk,
        "answer": one.answer,
        "language": edit.language,
        "fraction": None,
        "edited_at": edited_at,
        "saved_at": edit.arrived_at,
        "tab": edit.tab,
        "sequence": edit.sequence,
        "key": edit.key,
    }


def _says_the_same(response, one):
    return response.answer == one.answer and response.item_version_id == one.item.pk


def _is_repeat(response, edit):
    """Tell whether this very save has arrived before. Inside one tab its number has told that already."""
    if not edit.key or _is_same_tab(response, edit):
        return False
    return response.key == edit.key or bool(_earlier_saves(response.pk, edit.key))


def _is_same_tab(response, edit):
    return bool(edit.tab) and edit.tab == response.tab


def _is_newer(response, edit, edited_at):
    if _is_same_tab(response, edit):
        return edit.sequence > response.sequence
    return edited_at + _set_back(response, edit) >= response.edited_at


def _set_back(response, edit):
    """Return by how much the server's clock was set back, at the least, since a response was saved.

    Whoever saves holds the lock: what is saved was saved before, whatever the clock says. The clock is asked
    anew, because an answer that waited for the lock arrived earlier by a clock that is right, too.
    """
    is_set_back = timezone.now() < response.saved_at
    return response.saved_at - edit.arrived_at if is_set_back else timedelta(0)


def _keep_earlier(response):
    kept = ("item_version_id", "answer", "language", "fraction", "edited_at", "saved_at", "key")
    insert(EarlierAnswer(response=response, **{name: getattr(response, name) for name in kept}))


def _keep_uncounted(attempt, responses, typed, edit):
    """Keep answers that came when the time was up, and return those that were not known."""
    news = [one for one in typed if not _is_known(responses.get(one.item.id), one)]
    for one in news:
        response = responses.get(one.item.id) or _blank(attempt, one, edit)
        _keep_late(response, one, edit, edit.edited_at(attempt.started_at))
    return news


def _is_known(response, one):
    return one.answer is None if response is None else _says_the_same(response, one)


def _blank(attempt, one, edit):
    """Return a response without an answer, for the history of an item that was not answered in time."""
    nothing = {"item_version_id": one.item.pk, "answer": None, "language": edit.language}
    times = {"edited_at": attempt.started_at, "saved_at": edit.arrived_at}
    found = {"attempt": attempt, "item_id": UUID(one.item.id)}
    return Response.objects.get_or_create(**found, defaults=nothing | times)[0]


def _keep_late(response, one, edit, edited_at):
    """Keep an answer that does not count beside the one that does, once."""
    defaults = {
        "item_version_id": one.item.pk,
        "answer": one.answer,
        "language": edit.language,
        "edited_at": edited_at,
        "saved_at": edit.arrived_at,
    }
    if edit.key:
        EarlierAnswer.objects.get_or_create(response=response, key=edit.key, defaults=defaults)
    else:
        EarlierAnswer.objects.create(response=response, **defaults)
