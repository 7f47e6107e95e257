"""What stays of somebody who was erased: an account that is nobody's, under which rows go on being counted."""

import secrets
from contextlib import suppress

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone

from people.models import LearnerProfile

# What reports count people by, as it stands in the profile. Everything else of it goes: whether somebody has a
# disability, too, for in a small place that would still tell who it was.
COUNTED = ("place", "language", "birth_year", "sex", "status")


def make_nobody(person):
    """Return a new closed account that tells no more of `person` than the counts of reports need."""
    User = get_user_model()
    login = f"erased-{secrets.token_hex(8)}"
    nobody = User._default_manager.create_user(**{User.USERNAME_FIELD: login, "password": None})
    nobody.is_active = False
    with suppress(FieldDoesNotExist):
        User._meta.get_field("date_joined")
        nobody.date_joined = _the_day_of(person.date_joined)
    nobody.save()
    LearnerProfile.objects.create(learner=nobody, is_nobody=True, **_counted(person))
    return nobody


def _counted(person):
    profile = LearnerProfile.seen_with(person)
    known = {field.name for field in LearnerProfile._meta.concrete_fields}
    counted = {name: getattr(profile, name) for name in COUNTED if profile and name in known}
    counted["place"] = counted.get("place") or _place_of_class(person)
    return counted


def _place_of_class(person):
    there = person.lifelong_memberships.select_related("cohort__place").order_by("-joined_at").first()
    return there and there.cohort.place


def _the_day_of(moment):
    """The day is what reports count by; the moment would name the account in an old back-up."""
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
