"""A person's name where others wrote it down: in consents about their children, and in the log of deeds."""

import re

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from people.models import Consent, FormerName, Guardianship, LearnerProfile

GONE = "—"


def names_of(person) -> set[str]:
    """Return what a person is and was called here: logins, names, and how they want to be called. Runs a query."""
    profile = LearnerProfile.seen_with(person)
    own = names_in_account(person) | (names_in_profile(profile) if profile else set())
    return own | set(FormerName.objects.filter(learner=person).values_list("name", flat=True))


def names_in_account(person) -> set[str]:
    return {person.get_username(), getattr(person, "get_full_name", str)()} - {""}


def names_in_profile(profile) -> set[str]:
    return {profile.call_name, profile.full_name} - {""}


def remember(learner, names) -> None:
    """Keep names that somebody, given by key, has no more; safe to call twice."""
    rows = [FormerName(learner_id=learner, name=name) for name in sorted(names)]
    FormerName.objects.bulk_create(rows, ignore_conflicts=True)


def forget_names(person) -> None:
    """Put a dash for the person's name. The consents stay in force: whoever gave one is a fact about the child."""
    names = names_of(person)
    others = Consent.objects.exclude(learner=person)
    others.filter(recorded_by=person, how=Consent.How.SCREEN).update(given_by=GONE)
    others.filter(withdrawal_recorded_by=person).update(withdrawn_by=GONE)
    # What a paper says was typed by somebody else, in whatever words. Of other families there may be namesakes.
    wards = Guardianship.objects.filter(guardian=person).values("learner")
    for consents in (others.filter(learner__in=wards), others.filter(recorded_by=person)):
        _dash(consents, "given_by", names)
    # Labels of the log are the names of things, and some things are called after people.
    after_people = ContentType.objects.get_for_models(*_models_about_people()).values()
    _dash(ModelLogEntry.objects.filter(content_type__in=list(after_people)), "label", names)


def _dash(rows, field, names):
    for name in names:
        found = rows.filter(**{f"{field}__contains": name}).values_list("pk", field)
        rows.filter(pk__in=[pk for pk, words in found if speaks_of(words, name)]).update(**{field: GONE})


def speaks_of(words: str, name: str) -> bool:
    """Say whether a name stands in some words, whole: “Ан” does not stand in “Анна”."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _models_about_people():
    User = get_user_model()
    return {relation.related_model for relation in User._meta.related_objects} - {ModelLogEntry}
