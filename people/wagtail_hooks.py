"""What the school knows of a person, for whoever asks by name."""

from django.db.models import prefetch_related_objects
from wagtail import hooks

from .models import LearnerProfile, name_of


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


@hooks.register("lifelong_names_of")
def tell_names(learners):
    """Return {learner's pk: name}. Runs one query."""
    prefetch_related_objects(learners, "learner_profile")
    return {learner.pk: name_of(learner) for learner in learners}
