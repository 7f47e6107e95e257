"""What may be kept and shown of whom. Asked anew each time: what was taken back is gone at once."""

from django.db import transaction
from django.utils import timezone

from people.models import Consent, Guardianship, LearnerProfile, Photo, name_of

Purpose = Consent.Purpose
OF_AGE = 18
HAS_CHILDREN = "lifelong_has_children"
# What a guardian decides on screen, and what they may take back there. The coordinator records papers.
DECIDED_BY_GUARDIANS = (Purpose.PROGRESS, Purpose.RESULTS)
ENDED_BY_GUARDIANS = (*DECIDED_BY_GUARDIANS, Purpose.PHOTO)


def allows(learner, purpose) -> bool:
    """Say whether there is consent in force; a name is public only where its owner is known to be an adult."""
    if purpose == Purpose.PUBLIC_NAME and not is_adult(learner):
        return False
    return Consent.objects.in_force().filter(learner=learner, purpose=purpose).exists()


def agreed_to(learners) -> dict:
    """Return {learner's pk: {purpose: the consents in force, the first at first}}. Runs one query."""
    found = {learner.pk: {} for learner in learners}
    for consent in Consent.objects.in_force().filter(learner__in=learners).order_by("pk"):
        found[consent.learner_id].setdefault(consent.purpose, []).append(consent)
    return found


def is_adult(learner) -> bool | None:
    """Say whether somebody is of age by the year of birth; None where nobody but themselves has said it.

    Whoever turns 18 this year counts as a minor until the year ends, for the day is not asked.
    """
    profile = LearnerProfile.seen_with(learner)
    if not profile or not profile.birth_year:
        return None
    of_age = timezone.localdate().year - profile.birth_year > OF_AGE
    return None if of_age and profile.is_year_unchecked else of_age


def is_minor(learner) -> bool:
    """Say whether a guardian answers for somebody: by the year of birth, or where it is not known, by having one.

    So a pensioner who has told no year decides alone. What would be public asks for more: `is_adult`.
    """
    of_age = is_adult(learner)
    return _has_guardian(learner) if of_age is None else not of_age


def _has_guardian(learner):
    return Guardianship.objects.in_force().filter(learner=learner).exists()


def signature(person) -> str:
    """Return how the register calls a person: by the name in full, or else by name and login."""
    profile = LearnerProfile.seen_with(person)
    name, login = name_of(person), person.get_username()
    whole = (profile and profile.full_name) or getattr(person, "get_full_name", str)()
    return (whole or (name if name == login else f"{name} ({login})"))[:120]


def is_guardian(person, learner) -> bool:
    return Guardianship.objects.in_force().filter(guardian=person, learner=learner).exists()


def remember_guardian(request) -> None:
    """Note at the beginning of a session whether the person has children here, so pages need not ask. Runs a query."""
    if Guardianship.objects.in_force().filter(guardian=request.user).exists():
        request.session[HAS_CHILDREN] = True


def had_children(request) -> bool:
    """Say whether somebody had children here when they signed in. It opens nothing: what they see is asked anew."""
    return HAS_CHILDREN in request.session


@transaction.atomic
def give(learner, purpose, given_by: str, *, how, by, until=None) -> Consent:
    """Record that somebody agreed; an earlier consent for the same purpose stays in the register as it was."""
    return Consent.objects.create(
        learner=learner, purpose=purpose, given_by=given_by, how=how, recorded_by=by, until=until
    )


def withdraw(learner, purpose, by) -> int:
    """Take back, as the person `by`, what was agreed to for a purpose; safe to call twice. Return how many ended."""
    return end(Consent.objects.in_force().filter(learner=learner, purpose=purpose), by)


@transaction.atomic
def end(consents, by) -> int:
    """Take back these consents, and let go what was kept on their strength. Return how many ended."""
    learners = set(consents.values_list("learner", flat=True))
    ended = consents.update(
        withdrawn_at=timezone.now(), withdrawn_by=signature(by), withdrawal_recorded_by=by
    )
    forget_photos(learners)
    return ended


def forget_photos(learners=None) -> int:
    """Delete the photos, of these learners or of all, that nobody agrees to any more. Return how many."""
    photos = Photo.objects.left_over()
    if learners is not None:
        photos = photos.filter(learner__in=learners)
    return photos.delete()[0]
