"""What the school knows of a person, for whoever asks by name."""

from wagtail import hooks

from .models import LearnerProfile


@hooks.register("lifelong_reader")
def reader_kept_with_the_person(request):
    """Return whom a person reads as ("" before they have said), or None for a visitor."""
    if not request.user.is_authenticated:
        return None
    profile = LearnerProfile.seen_with(request.user)
    return profile.reader if profile else ""


@hooks.register("lifelong_reader_chosen")
def keep_the_reader_with_the_person(request, reader):
    if not request.user.is_authenticated:
        return False
    LearnerProfile.objects.update_or_create(learner=request.user, defaults={"reader": reader})
    return True
