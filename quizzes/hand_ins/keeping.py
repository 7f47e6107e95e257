"""Keeping a file that was let in, and letting go of those that no answer holds any more."""

import re
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

STRAY_STAY = timedelta(days=1)
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


def sweep_bytes(older_than=STRAY_STAY):
    """Delete what lies in the folder and no row names, as when the power went between the two. Returns how many."""
    storage, before = HandedInFile._meta.get_field("file").storage, timezone.now() - older_than
    stray = [name for name in _names_in(storage) if storage.get_modified_time(name) < before]
    for name in stray:
        storage.delete(name)
    return len(stray)


def _names_in(storage):
    """Yield the names of the files that no row names, folder by folder. Anything else that lies there is not ours."""
    try:
        folders = storage.listdir("")[0]
    except FileNotFoundError:  # nobody has handed in anything yet
        return
    for folder in folders:
        found = {f"{folder}/{name}" for name in storage.listdir(folder)[1]}
        known = HandedInFile.objects.filter(file__in=found).values_list("file", flat=True)
        yield from (
            name for name in sorted(found - set(known)) if re.fullmatch("[0-9a-f]{2}/[0-9a-f]{32}", name)
        )


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
