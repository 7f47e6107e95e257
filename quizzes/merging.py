"""What becomes of attempts when two accounts of one person become one.

Finished ones simply move. A page has one open attempt: of two tests that run, the one begun first is handed in as it
stands, and of two practices the answers are put together, the later one of each counting.
"""

from .finishing import finish
from .models.attempts import Attempt, EarlierAnswer, Response
from .models.judgements import Submission
from .models.regrades import MarkChange

WHAT_WAS_SAID = ("item_version_id", "answer", "language", "fraction", "edited_at", "saved_at")


def bring_together(gone, kept):
    """Leave no page on which both have an open attempt."""
    own = {one.page_key: one for one in Attempt.objects.by(kept).open()}
    for other in Attempt.objects.by(gone).open().filter(page_key__in=list(own)):
        mine = own[other.page_key]
        if Attempt.Mode.TEST in (mine.mode, other.mode):
            _hand_in(min(mine, other, key=lambda one: one.started_at), kept)
        else:
            _join(other, mine)


def _hand_in(attempt, kept):
    """End a test by what is saved, also one whose clock stands still. What follows from it is for who stays."""
    Attempt.objects.filter(pk=attempt.pk).update(stopped_at=None)
    finish(attempt.pk).learner = kept


def _join(other, mine):
    """Put the answers of one practice into the other, which stays alone."""
    answered = {one.item_id: one for one in mine.responses.all()}
    for response in other.responses.all():
        rival = answered.get(response.item_id)
        if rival is not None:
            later, earlier = sorted((response, rival), key=lambda one: one.edited_at, reverse=True)
            _take_over(later, earlier)
            if later is rival:
                continue
        Response.objects.filter(pk=response.pk).update(attempt=mine, tab="", sequence=0)
    other.delete()


def _take_over(later, earlier):
    """Let the later answer count and the earlier one be in its history, with all that was said to it."""
    keys = set(later.earlier.values_list("key", flat=True)) | {""}
    for before in earlier.earlier.all():
        before.response, before.key = later, "" if before.key in keys else before.key
        before.save()
    said = {name: getattr(earlier, name) for name in WHAT_WAS_SAID}
    EarlierAnswer.objects.create(response=later, **said)
    for told in (Submission, MarkChange):
        told.objects.filter(response=earlier).update(response=later)
    earlier.delete()
