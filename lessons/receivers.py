"""What lessons do with the news from the quiz engine."""

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from quizzes.models import Attempt
from quizzes.models.stamp import Stamp
from quizzes.signals import answers_saved

from .completion import remember_position


@receiver(answers_saved)
def keep_the_place(sender, attempt, typed, **kwargs):
    """Continue leads to the question that was answered last."""
    if attempt.mode == Attempt.Mode.PRACTICE:
        remember_position(attempt.learner_id, attempt.page_key, f"item-{typed[-1].item.id}")


def renew_the_stamp(sender, raw=False, **kwargs):
    """A video or a recording that changes shows on whatever lessons it stands in."""
    if not raw:
        Stamp.renew()


if apps.is_installed("wagtailmedia"):
    from wagtailmedia import get_media_model

    post_save.connect(renew_the_stamp, get_media_model())
    post_delete.connect(renew_the_stamp, get_media_model())
