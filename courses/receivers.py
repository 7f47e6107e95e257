"""What courses do with the news from lessons and quizzes."""

from django.dispatch import receiver

from lessons.signals import lesson_completed
from quizzes.signals import attempt_regraded, attempt_submitted

from .completion import record_completions


@receiver(lesson_completed)
def complete_courses_of_lesson(sender, record, **kwargs):
    record_completions(record.learner_id, record.lesson_key)


@receiver(attempt_submitted)
def complete_courses_of_quiz(sender, attempt, **kwargs):
    record_completions(attempt.learner_id, attempt.page_key)


@receiver(attempt_regraded)
def complete_courses_after_regrading(sender, attempt, **kwargs):
    record_completions(attempt.learner_id, attempt.page_key)
