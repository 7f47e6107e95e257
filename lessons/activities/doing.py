"""Recording that a learner did an activity."""

import json

from django.contrib import messages
from django.db.models import FilteredRelation
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models.records import ActivityRecord, LessonRecord
from quizzes.prepared import Prepared
from quizzes.writing import one_writer

TICKED = "did"  # the name of the boxes "I did it"
LONGEST_RESULT = 500
"""Characters of what a trainer tells about the way there."""


def visit(learner, lesson_key):
    """Return the learner's record of a lesson, made at the first visit, and the ids of the activities they did.

    Runs one query, and at the first visit a write. Safe to call twice.
    """
    rows = _visits(learner.pk, lesson_key)
    if not rows:
        with one_writer():
            return LessonRecord.objects.get_or_create(learner=learner, lesson_key=lesson_key)[0], set()
    return rows[0], {row.did.block_id for row in rows if hasattr(row, "did")}


# A row for each activity done, or one without any.
_visits = Prepared(
    lambda learner, lesson_key: (
        LessonRecord.objects.by(learner)
        .filter(lesson_key=lesson_key)
        .annotate(did=FilteredRelation("activities"))
        .select_related("did")
    )
)


def do_activity(page, request, argument, attempt, items):
    """Stay at the activity. Whether the box was ticked is seen to by now, whatever button was pressed."""
    if argument not in request.POST.getlist(TICKED):
        messages.warning(request, _("Do the exercise, tick the box, then press the button."))
    return redirect(f"{request.path}#block-{argument}")


def keep_what_is_ticked(page, request):
    """Record the activities of the page whose box "I did it" came with the form."""
    ticked = set(request.POST.getlist(TICKED)).intersection(page.get_activity_ids())
    if ticked:
        results = {block_id: read_result(request.POST.get(f"result-{block_id}", "")) for block_id in ticked}
        record_done(request.user, page.translation_key, results)


def record_done(learner, lesson_key, results):
    """Record activities as done; `results` is {block id: what is known of the way there}.

    The first time counts. Safe to call twenty times at once.
    """
    with one_writer():
        record, _ = LessonRecord.objects.get_or_create(learner=learner, lesson_key=lesson_key)
        done = [
            ActivityRecord(record=record, block_id=block_id, result=result)
            for block_id, result in results.items()
        ]
        ActivityRecord.objects.bulk_create(done, ignore_conflicts=True)
        LessonRecord.objects.filter(pk=record.pk).update(last_seen_at=timezone.now())


def read_result(text):
    """Return what a trainer told, as {name: whole number}, or nothing where it is anything else."""
    try:
        told = json.loads(text[:LONGEST_RESULT])
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {name: number for name, number in told.items() if type(number) is int and 0 <= number < 10**6}
