"""When a lesson is done. Derived from what was answered; once earned it stays."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from quizzes.writing import one_writer

from .models.records import LessonRecord
from .signals import lesson_completed


def left_to_answer(item_ids, responses):
    """Return the ids of the items that still want an answer, in their order.

    `responses` are those that count; one whose answer was taken back is none.
    """
    answered = {str(response.item_id) for response in responses if response.answer is not None}
    return [item_id for item_id in item_ids if item_id not in answered]


def left_to_do(activity_ids, done):
    """Return the ids of the activities that are not among the `done` ones, in their order."""
    return [activity_id for activity_id in activity_ids if activity_id not in done]


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
