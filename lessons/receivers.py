"""What lessons do with the news from the quiz engine."""

from django.dispatch import receiver

from quizzes.models import Attempt
from quizzes.signals import answers_saved

from .completion import remember_position


@receiver(answers_saved)
def keep_the_place(sender, attempt, typed, **kwargs):
    """Continue leads to the question that was answered last."""
    if attempt.mode == Attempt.Mode.PRACTICE:
        remember_position(attempt.learner_id, attempt.page_key, f"item-{typed[-1].item.id}")
