"""What a new attempt asks: all questions, those that chance draws, or only what was not right the last time."""

from django.utils.translation import get_language

from .drawing import Draw, Labels, draw
from .models.attempts import Response
from .rules import Retake, Rules
from .versions import get_items, get_version

WHOLE = 1
NO_LABELS = {"tags": "", "difficulty": ""}


def number_of_items(version):
    """Return how many questions an attempt at this version asks."""
    return (
        len(version.items) if not _draws(version) else len(draw(_labels(version), _draws(version), seed=""))
    )


def chosen_items(version, page_key, earlier, seed):
    """Return {"drawn", "carried"} for a new attempt; `earlier` are the learner's ended ones, in their order.

    `drawn` are the ids of its questions, None for all of the version; `carried` those that were right the last time.
    """
    for attempt in earlier:
        attempt.version = get_version(attempt.version_id)
    last = earlier[-1] if earlier else None
    if Rules.of(version.settings).retake == Retake.WRONG and last and not last.is_abandoned:
        right = _right_in(last, version)
        if right and _still_asked(last, version) - right:
            return {"drawn": last.drawn, "carried": sorted(right)}
    if not _draws(version):
        return {"drawn": None, "carried": []}
    asked = [{item_id for item_id, _digest in attempt.pairs} for attempt in earlier]
    items = get_items(page_key, version.items)
    understood = {item.id for item in items if item.is_whole_in(get_language())}
    drawn = draw(_labels(version), _draws(version), seed=str(seed), earlier=asked, understood=understood)
    return {"drawn": drawn, "carried": []}


def carry_over(attempt, last):
    """Copy what was right in the attempt before, inside a transaction. A regrade marks the copies, too."""
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


def _right_in(attempt, version):
    """Return the ids of what earned everything and is asked still, unchanged."""
    asked = {tuple(pair) for pair in version.items}
    same = {item_id for item_id, digest in attempt.pairs if (item_id, digest) in asked}
    right = attempt.responses.filter(fraction=WHOLE).values_list("item_id", flat=True)
    return same & set(map(str, right))


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
