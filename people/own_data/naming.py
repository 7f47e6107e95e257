"""A person's name where others wrote it down: in consents about their children, and in the log of deeds."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ModelLogEntry

from people.models import Consent, Guardianship, LearnerProfile

GONE = "—"


def names_of(person) -> set[str]:
    """Return what a person is called here: login, names, and how they want to be called."""
    profile = LearnerProfile.seen_with(person)
    whole = getattr(person, "get_full_name", str)()
    own = (profile.call_name, profile.full_name) if profile else ()
    return {name for name in (person.get_username(), whole, *own) if name}


def forget_names(person) -> None:
    """Put a dash for the person's name. The consents stay in force: whoever gave one is a fact about the child."""
    names = names_of(person)
    wards = Guardianship.objects.filter(guardian=person).values("learner")
    for field in ("given_by", "withdrawn_by"):
        is_theirs = Q(**{f"{field}__in": names})  # staff, too, take consents back under their own names
        for name in names:
            is_theirs |= Q(learner__in=wards, **{f"{field}__contains": name})
        Consent.objects.filter(is_theirs).exclude(learner=person).update(**{field: GONE})
    _forget_in_labels(names)


def _forget_in_labels(names):
    """Labels of the log are the names of things, and some things are called after people."""
    after_people = ContentType.objects.get_for_models(*_models_about_people()).values()
    for name in names:
        about = ModelLogEntry.objects.filter(content_type__in=list(after_people), label__contains=name)
        about.update(label=GONE)


def _models_about_people():
    User = get_user_model()
    return {relation.related_model for relation in User._meta.related_objects} - {ModelLogEntry}
