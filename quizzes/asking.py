"""What a new attempt asks: all questions, those that chance draws, or only what was not right the last time."""

from django.db.models import Q
from django.utils.translation import get_language

from .drawing import Draw, Labels, draw
from .models.attempts import Response
from .rules import Retake, Rules
from .types.base import MarkedBy
from .versions import get_items, get_version

NOT_WRONG = Q(fraction=1) | Q(submissions__is_waiting=True)
NO_LABELS = {"tags": "", "difficulty": ""}


def number_of_items(version):
    """Return how many questions an attempt at this version asks."""
    return (
        len(version.items) if not _draws(version) else len(draw(_labels(version), _draws(version), seed=""))
    )


def chosen_items(version, page_key, earlier, seed):
    """Return {"drawn", "carried"} for a new attempt; `earlier` are the learner's ended ones, in their order.

    `drawn` are the ids of its questions, None for all of the version; `carried` those that were not wrong last time.
    """
    for attempt in earlier:
        attempt.version = get_version(attempt.version_id)
    last = earlier[-1] if earlier else None
    if Rules.of(version.settings).retake == Retake.WRONG and last and not last.is_abandoned:
        done = _done_in(last, version)
        if done and _can_be_wrong(version, page_key, _still_asked(last, version) - done):
            return {"drawn": last.drawn, "carried": sorted(done)}
    if not _draws(version):
        return {"drawn": None, "carried": []}
    asked = [{item_id for item_id, _digest in attempt.pairs} for attempt in earlier]
    items = get_items(page_key, version.items)
    understood = {item.id for item in items if item.is_whole_in(get_language())}
    drawn = draw(_labels(version), _draws(version), seed=str(seed), earlier=asked, understood=understood)
    return {"drawn": drawn, "carried": []}


def carry_over(attempt, last):
    """Copy what was not wrong in the attempt before, inside a transaction. A regrade marks the copies, too."""
    for response in last.responses.filter(item_id__in=attempt.carried):
        Response.objects.create(
            attempt=attempt,
            item_id=response.item_id,
            item_version_id=response.item_version_id,
            answer=response.answer,
            language=response.language,
            fraction=response.fraction,
            tries=response.tries,
            edited_at=attempt.started_at,
            saved_at=attempt.started_at,
        )


def _done_in(attempt, version):
    """Return the ids of what need not be asked again: it is asked still, unchanged, and the answer is not wrong.

    It earned everything, waits for a person's mark, or is never marked.
    """
    asked = {tuple(pair) for pair in version.items}
    same = [pair for pair in map(tuple, attempt.pairs) if pair in asked]
    unmarked = {item.id for item in _items(attempt.page_key, same) if _is_never_marked(item)}
    not_wrong = NOT_WRONG | Q(item_id__in=unmarked, answer__isnull=False)
    found = attempt.responses.filter(not_wrong).values_list("item_id", flat=True)
    return {item_id for item_id, _digest in same} & set(map(str, found))


def _can_be_wrong(version, page_key, item_ids):
    """Tell whether there is something to win among these: what is worth nothing is no reason to ask again."""
    pairs = [pair for pair in version.items if pair[0] in item_ids]
    return any(item.points and not _is_never_marked(item) for item in _items(page_key, pairs))


def _items(page_key, pairs):
    return get_items(page_key, pairs, with_wordings=False)


def _is_never_marked(item):
    return item.type is not None and item.type.marked_by == MarkedBy.NOBODY


def _still_asked(attempt, version):
    """Return the ids of what this version would ask in place of `attempt`."""
    return {
        item_id for item_id, _digest in version.items if attempt.drawn is None or item_id in attempt.drawn
    }


def _draws(version):
    return [Draw(**one) for one in version.settings.get("draws", [])]


def _labels(version):
    written = version.settings.get("labels", {})
    return {item_id: Labels.of(**written.get(item_id, NO_LABELS)) for item_id, _digest in version.items}
