"""Whatever points at a person is in the file of their data, or stands here with the reason why it is not."""

import re

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from people import consents
from people.consents import Purpose
from people.locks import digest
from people.models import Consent, ErasureRequest, FormerName, Photo
from people.own_data.naming import GONE
from people.own_data.own_parts import parts
from people.own_data.parts import parts_of

DEEDS = "a deed of the staff: it is about a page or another person, and unsigned when they are erased"
SECRET = "lets somebody in, and a file on a USB stick must not"
NOT_IN_THE_FILE = {
    "auth.User_user_permissions.user": "what somebody may do in the admin, set by the administrator",
    "lifelong_courses.Enrolment.by": DEEDS,
    "lifelong_languages.Review.by": DEEDS,
    "lifelong_people.Cohort_teachers.user": "the classes of a teacher are their work",
    "lifelong_people.Guardianship.linked_by": DEEDS,
    "lifelong_people.LabComputer.registered_by": DEEDS,
    "lifelong_quizzes.Judgement.judged_by": DEEDS,
    "lifelong_quizzes.Regrade.made_by": DEEDS,
    "otp_static.StaticDevice.user": SECRET,
    "otp_totp.TOTPDevice.user": SECRET,
    "wagtail_localize.SegmentOverride.last_translated_by": DEEDS,
    "wagtail_localize.StringTranslation.last_translated_by": DEEDS,
    "wagtailadmin.EditingSession.user": "which page somebody has open now; gone within the hour",
    "wagtailadmin.FormState.user": "a form of the admin that is half filled in",
    "wagtailcore.Comment.resolved_by": DEEDS,
    "wagtailcore.Comment.user": "words of the staff about a page stand on that page",
    "wagtailcore.CommentReply.user": "words of the staff about a page stand on that page",
    "wagtailcore.ModelLogEntry.user": DEEDS,
    "wagtailcore.Page.locked_by": DEEDS,
    "wagtailcore.Page.owner": DEEDS,
    "wagtailcore.PageLogEntry.user": DEEDS,
    "wagtailcore.PageSubscription.user": "of which page somebody wants to hear, set on that page",
    "wagtailcore.Revision.user": DEEDS,
    "wagtailcore.TaskState.finished_by": DEEDS,
    "wagtailcore.UploadedFile.uploaded_by_user": DEEDS,
    "wagtailcore.WorkflowState.requested_by": DEEDS,
    "wagtaildocs.Document.uploaded_by_user": DEEDS,
    "wagtailimages.Image.uploaded_by_user": DEEDS,
    "wagtailmedia.Media.uploaded_by_user": DEEDS,
}


def pointers():
    """Yield (name, table, column) of whatever points at an account in any app."""
    for relation in get_user_model()._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            model, field = relation.related_model, relation.field
            yield f"{model._meta.label}.{field.name}", model._meta.db_table, field.column


def asked_by_the_file(person, table, column, queries):
    sought = re.compile(rf'"{table}"."{column}" (= |IN \()\'?{person.pk}\b')
    return any(sought.search(query["sql"]) for query in queries)


def test_every_table_that_points_at_a_person_is_asked_or_has_a_reason(aigerim):
    person = get_user_model().objects.get(pk=aigerim.pk)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        parts_of(person)
    in_the_file = {
        name for name, table, column in pointers() if asked_by_the_file(person, table, column, asked)
    }
    everything = {name for name, _table, _column in pointers()}
    assert sorted(everything - in_the_file) == sorted(NOT_IN_THE_FILE)


@pytest.fixture
def told(aigerim, mother, own_folders):
    """Return {part: its rows as text} of Aigerim, with something in each table of this app, and the files."""
    FormerName.objects.create(learner=aigerim, name="Айка")
    ErasureRequest.objects.create(learner=aigerim)
    UserProfile.objects.create(user=aigerim, avatar=ContentFile(b"avatar", "own.png"), theme="dark")
    AccessAttempt.objects.create(
        username=digest(aigerim.username), failures_since_start=3, ip_address="10.0.0.7"
    )
    AccessAttempt.objects.create(username=digest("bolat"), failures_since_start=4, ip_address="10.0.0.8")
    consents.withdraw(aigerim, Purpose.PROGRESS, mother)
    Photo.objects.create(learner=aigerim, picture=b"portrait")
    found = {part["name"]: part for part in parts(get_user_model().objects.get(pk=aigerim.pk))}
    rows = {name: str(part["rows"]) for name, part in found.items()}
    return rows, [file.read() for _name, file in found["person"]["files"]]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("person", "Айка"),
        ("person", "Попросили удалить данные"),
        ("person", "Тёмн"),
        ("wrong-tries", "10.0.0.7"),
        ("consents", "(gulnarqzjxv)"),
    ],
)
def test_the_file_tells_of_each_table(told, part, words):
    assert words in told[0][part]


def test_the_file_has_the_pictures_and_no_tries_at_others(told):
    rows, files = told
    assert files == [b"portrait", b"avatar"]
    assert "10.0.0.8" not in rows["wrong-tries"]


def test_a_guardian_s_file_tells_what_they_agreed_to_and_took_back(aigerim, mother, coordinator):
    rest = {"how": Consent.How.SCREEN, "by": mother}
    consents.give(aigerim, Purpose.RESULTS, GONE, **rest)
    consents.give(aigerim, Purpose.PHOTO, "Әке", how=Consent.How.PAPER, by=coordinator)
    consents.withdraw(aigerim, Purpose.PHOTO, mother)
    consents.give(aigerim, Purpose.PUBLIC_NAME, "Әке", how=Consent.How.PAPER, by=coordinator)

    def told_to(person):
        [part] = [part for part in parts(person) if part["name"] == "consents-given"]
        return [row[1] for row in part["rows"]]

    agreed = [Purpose.PROGRESS, Purpose.RESULTS, Purpose.PHOTO]
    assert told_to(mother) == [str(one.label) for one in agreed]
    assert told_to(coordinator) == told_to(aigerim) == []
