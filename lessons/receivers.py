"""What lessons do with the news of what stands in them."""

from django.apps import apps
from django.db.models.signals import post_delete, post_save

from quizzes.models.stamp import Stamp

from .models import HelpLine


def renew_the_stamp(sender, raw=False, **kwargs):
    """What shows on whatever lessons it stands in has changed: a video, a recording, a help line."""
    if not raw:
        Stamp.renew()


post_save.connect(renew_the_stamp, HelpLine)
post_delete.connect(renew_the_stamp, HelpLine)

if apps.is_installed("wagtailmedia"):
    from wagtailmedia import get_media_model

    post_save.connect(renew_the_stamp, get_media_model())
    post_delete.connect(renew_the_stamp, get_media_model())
