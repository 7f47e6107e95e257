"""What this app keeps of a person."""

from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from people.models import Consent, FormerName, Guardianship, LearnerProfile, Photo, name_of
from people.sign_in_secrets import secret_of

# What the user model may hold; one that has no such field has nothing to tell.
ACCOUNT = ("first_name", "last_name", "email", "date_joined", "last_login")


def parts(person):
    return [_person(person), _classes(person), _family(person), _consents(person), _log(person)]


def _person(person):
    account, profile = [[_("Login"), person.get_username()]], LearnerProfile.seen_with(person)
    fields = {one.name: one for one in person._meta.get_fields()}
    for name in filter(fields.get, ACCOUNT):
        account.append([_sentence(fields[name].verbose_name), getattr(person, name)])
    own = [
        one
        for one in LearnerProfile._meta.concrete_fields
        if one.editable and one.name not in ("id", "learner")
    ]
    for one in own if profile else ():
        account.append([_sentence(one.verbose_name), _said(profile, one)])
    former = FormerName.objects.filter(learner=person).order_by("pk")
    account += [[_sentence(one._meta.verbose_name), one.name] for one in former]
    secret = secret_of(person)
    account.append([_("Signs in with"), secret.get_kind_display() if secret else _("Password")])
    photo = Photo.objects.filter(learner=person).first()
    return {
        "name": "person",
        "title": _("You"),
        "columns": [_("What"), _("Kept")],
        "rows": account,
        "files": [("photo.jpg", ContentFile(bytes(photo.picture)))] if photo else [],
    }


def _said(profile, field):
    tell = getattr(profile, f"get_{field.name}_display", None)
    value = tell() if tell else getattr(profile, field.name)
    return value if isinstance(value, int | None) or hasattr(value, "isoformat") else str(value)


def _sentence(words):
    words = str(words)
    return words[:1].upper() + words[1:]


def _classes(person):
    there = person.lifelong_memberships.select_related("cohort__place").order_by("joined_at")
    rows = [[one.cohort.name, one.cohort.place.name, one.joined_at, one.left_at] for one in there]
    return {
        "name": "classes",
        "title": _("Your classes"),
        "columns": [_("Class"), _("Place"), _("Joined"), _("Left")],
        "rows": rows,
    }


def _family(person):
    guardians = Guardianship.objects.filter(learner=person).select_related("guardian__learner_profile")
    wards = Guardianship.objects.filter(guardian=person).select_related("learner__learner_profile")
    rows = [[_("Guardian"), name_of(one.guardian), one.linked_at, one.ended_at] for one in guardians]
    rows += [[_("Child"), name_of(one.learner), one.linked_at, one.ended_at] for one in wards]
    return {
        "name": "family",
        "title": _("Your family here"),
        "columns": [_("Who"), _("Name"), _("Linked"), _("Ended")],
        "rows": rows,
    }


def _consents(person):
    given = Consent.objects.filter(learner=person).order_by("pk")
    return {
        "name": "consents",
        "title": _("What was agreed to about you"),
        "columns": [_("For what"), _("How"), _("Given by"), _("Given on"), _("Until"), _("Taken back")],
        "rows": [
            [
                one.get_purpose_display(),
                one.get_how_display(),
                one.given_by,
                one.given_on,
                one.until,
                one.withdrawn_at,
            ]
            for one in given
        ],
    }


def _log(person):
    """What staff did with the account. Who of them it was is theirs."""
    entries = ModelLogEntry.objects.for_instance(person).order_by("timestamp")
    return {
        "name": "log",
        "title": _("What staff did with your account"),
        "columns": [_("When"), _("What")],
        "rows": [[one.timestamp, str(one.message)] for one in entries],
    }


def what_goes_and_stays(person):
    """Return {"goes": [(words, number)], "stays": […]} for whoever decides."""
    links = Guardianship.objects.filter(Q(learner=person) | Q(guardian=person))
    goes = [
        (_("The account: login, names, profile"), 1),
        (_("Places in classes"), person.lifelong_memberships.count()),
        (_("Links to guardians and children"), links.count()),
        (_("Consents about them"), Consent.objects.filter(learner=person).count()),
        (_("Notes of what staff did with the account"), ModelLogEntry.objects.for_instance(person).count()),
    ]
    return {"goes": goes, "stays": []}
