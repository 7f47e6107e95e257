"""Keeping a file that was let in, and letting go of those that no answer holds any more."""

from contextlib import suppress
from datetime import timedelta
from itertools import chain

from django.core.files.base import File
from django.db import OperationalError
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.models.attempts import Response
from quizzes.models.files import HandedInFile, place_of
from quizzes.models.judgements import Submission
from quizzes.writing import one_writer

from .kinds import Refused, examine
from .limits import in_mb, most_bytes, most_bytes_of_learner

REMOVED_STAY = timedelta(days=7)  # so that what a second tab wrote over can still be found


def keep(upload, allowed, learner, page_key, item_id):
    """Keep one upload and return its `HandedInFile`. Raises Refused in the learner's words; nothing is left then.

    The bytes are on disk before the row is there: a row never names a file that is missing.
    """
    _check_size(upload)
    examined = examine(upload, allowed)
    row = HandedInFile(
        learner=learner,
        page_key=page_key,
        item_id=item_id,
        name=examined.name,
        kind=examined.kind,
        content_type=examined.content_type,
        size=examined.content.size,
    )
    _make_room(learner, row.size)
    try:
        examined.content.seek(0)
        row.file.save(examined.name, File(examined.content), save=False)
        with one_writer():
            row.save(force_insert=True)
    except (OSError, OperationalError):
        with suppress(OSError):
            row.file.storage.delete(place_of(row, examined.name))
        raise Refused(
            _("the server has no room for it just now. Try again later, or tell your teacher.")
        ) from None
    return row


def sweep(files, older_than=REMOVED_STAY):
    """Delete those of `files` that neither an answer nor a submission holds. Returns how many."""
    old = list(files.filter(added_at__lte=timezone.now() - older_than))
    held = _held_ids({file.learner_id for file in old}, {file.item_id for file in old}) if old else set()
    loose = [file.pk for file in old if str(file.pk) not in held]
    HandedInFile.objects.filter(pk__in=loose).delete()
    return len(loose)


def _check_size(upload):
    if not upload.size:
        raise Refused(_("this file is empty."))
    if upload.size > most_bytes():
        words = _("this file is too large: %(size)s MB. At most: %(most)s MB.")
        raise Refused(words % {"size": in_mb(upload.size), "most": in_mb(most_bytes())})


def _make_room(learner, size):
    own = HandedInFile.objects.filter(learner=learner)
    for older_than in (REMOVED_STAY, timedelta(0)):
        kept = own.aggregate(kept=Sum("size"))["kept"] or 0
        if kept + size <= most_bytes_of_learner():
            return
        sweep(own, older_than)
    if (own.aggregate(kept=Sum("size"))["kept"] or 0) + size > most_bytes_of_learner():
        raise Refused(_("there is no room for more files of yours. Tell your teacher."))


def _held_ids(learners, items):
    answers = chain(
        Response.objects.filter(attempt__learner__in=learners, item_id__in=items).values_list(
            "answer", flat=True
        ),
        Submission.objects.filter(
            response__attempt__learner__in=learners, response__item_id__in=items
        ).values_list("answer", flat=True),
    )
    return {file["id"] for answer in answers if answer for file in answer.get("files", [])}
