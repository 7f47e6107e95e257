"""Keeping photos, and letting them go."""

from django.db import transaction

from people.consents import Purpose, allows
from people.models import Photo


@transaction.atomic
def keep(learner, picture: bytes) -> bool:
    """Keep somebody's portrait instead of the one before; say no where nobody has agreed to it."""
    if not allows(learner, Purpose.PHOTO):
        return False
    Photo.objects.update_or_create(learner=learner, defaults={"picture": picture})
    return True


def forget(learner) -> None:
    """Let somebody's photo go; safe to call twice."""
    Photo.objects.filter(learner=learner).delete()


def with_photo(learners) -> set:
    """Return the keys of those whose photo may be shown. Runs one query."""
    return set(Photo.objects.agreed_to().filter(learner__in=learners).values_list("learner_id", flat=True))
