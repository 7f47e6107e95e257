"""What this app keeps of a person."""

from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from people import locks
from people.models import (
    Consent,
    ErasureRequest,
    FormerName,
    Guardianship,
    LearnerProfile,
    Photo,
    name_of,
)
from people.sign_in_secrets import secret_of

from .naming import names_of, speaks_of

# What the user model may hold; one that has no such field has nothing to tell.
ACCOUNT = ("first_name", "last_name", "email", "date_joined", "last_login")


def parts(person):
    about, given = _consents(person), _consents_given(person)
    return [_person(person), _classes(person), _family(person), about, given, _tries(person), _log(person)]


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
    if fields.get("groups"):
        account += [[_("Group of the staff"), group.name] for group in person.groups.all()]
    account += [
        [_("Asked to be erased"), one.asked_at] for one in ErasureRequest.objects.filter(learner=person)
    ]
    secret = secret_of(person)
    account.append([_("Signs in with"), secret.get_kind_display() if secret else _("Password")])
    photo = Photo.objects.filter(learner=person).first()
    files = [("photo.jpg", ContentFile(bytes(photo.picture)))] if photo else []
    settings = getattr(person, "wagtail_userprofile", None)
    if settings:  # of Wagtail's admin: only the staff have them
        account += _settings_of_admin(settings)
        files += [(settings.avatar.name, settings.avatar)] if settings.avatar else []
    return {
        "name": "person",
        "title": _("You"),
        "columns": [_("What"), _("Kept")],
        "rows": account,
        "files": files,
    }


def _settings_of_admin(settings):
    rest = [one for one in settings._meta.concrete_fields if one.name not in ("id", "user", "avatar")]
    return [[_sentence(one.verbose_name), _said(settings, one)] for one in rest]


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
        "columns": [_("For what"), *_columns_of_consents()],
        "rows": [[one.get_purpose_display(), *_as_cells(one)] for one in given],
    }


def _consents_given(person):
    """What somebody agreed to or took back as a guardian. What staff recorded of other people's papers is no part."""
    wards = Guardianship.objects.filter(guardian=person).values("learner")
    found = (
        Consent.objects.filter(learner__in=wards).select_related("learner__learner_profile").order_by("pk")
    )
    own = found.filter(Q(recorded_by=person) | Q(withdrawal_recorded_by=person))
    names = names_of(person)
    told = [one for one in found if any(speaks_of(one.given_by, name) for name in names)]
    rows = sorted({*own, *told}, key=lambda one: one.pk)
    return {
        "name": "consents-given",
        "title": _("What you agreed to for others"),
        "columns": [_("About whom"), _("For what"), *_columns_of_consents()],
        "rows": [[name_of(one.learner), one.get_purpose_display(), *_as_cells(one)] for one in rows],
    }


def _columns_of_consents():
    return [_("How"), _("Given by"), _("Given on"), _("Until"), _("Taken back"), _("Taken back by")]


def _as_cells(one):
    how = one.get_how_display()
    return [how, one.given_by, one.given_on, one.until, one.withdrawn_at, one.withdrawn_by]


def _tries(person):
    """Wrong tries at the account, by whomever. They are counted, and what was typed is not kept."""
    found = locks.tries_at(person.get_username()).order_by("attempt_time")
    return {
        "name": "wrong-tries",
        "title": _("Wrong tries to sign in"),
        "columns": [_("When"), _("How often"), _("From which address"), _("Browser")],
        "rows": [
            [one.attempt_time, one.failures_since_start, one.ip_address or "", one.user_agent]
            for one in found
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
