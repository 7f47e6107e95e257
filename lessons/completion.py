"""When a lesson is done. Derived from what was answered; once earned it stays."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from quizzes.prepared import Prepared
from quizzes.writing import one_writer

from .models.records import LessonRecord
from .signals import lesson_completed


def open_lesson(learner, lesson_key):
    """Return the learner's record of a lesson, made at the first visit. Safe to call twice."""
    record = _records.first(learner.pk, lesson_key)
    if record is None:
        with one_writer():
            record, _ = LessonRecord.objects.get_or_create(learner=learner, lesson_key=lesson_key)
    return record


_records = Prepared(
    lambda learner, lesson_key: LessonRecord.objects.by(learner).filter(lesson_key=lesson_key)
)


def left_to_answer(item_ids, responses):
    """Return the ids of the items that still want an answer, in their order.

    `responses` are those that count; one whose answer was taken back is none.
    """
    answered = {str(response.item_id) for response in responses if response.answer is not None}
    return [item_id for item_id in item_ids if item_id not in answered]


def complete(learner, lesson_key, why):
    """Record that a lesson is done. Only the first time counts; safe to call twenty times at once."""
    with one_writer():
        record, _ = LessonRecord.objects.get_or_create(learner=learner, lesson_key=lesson_key)
        fresh = LessonRecord.objects.filter(pk=record.pk, completed_at=None).update(
            completed_at=timezone.now(), last_seen_at=timezone.now(), why=why
        )
        if fresh:
            record.refresh_from_db()
            transaction.on_commit(partial(lesson_completed.send_robust, sender=LessonRecord, record=record))
    return record
