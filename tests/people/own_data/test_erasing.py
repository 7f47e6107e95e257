"""Somebody is erased: nothing of them is left anywhere, and every count is what it was."""

from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TestCase
from wagtail.models import ModelLogEntry

from courses.models import Enrolment
from courses.reports.counting import counted
from lessons.models import LessonRecord
from people.models import Consent, ErasureRequest, LearnerProfile
from people.own_data import register
from people.own_data.erasing import erase
from people.own_data.replaying import replay
from quizzes.judging import Verdict, judge
from quizzes.models import Attempt, KeptForm, Submission
from quizzes.regrading import ByKey, regrade
from quizzes.statistics.analysis import figures_of_items, figures_of_test
from quizzes.statistics.gathering import sittings_of
from tests.courses.walking import join, post, soup
from tests.people.own_data.conftest import MARK, MOTHER, NAME, filled_in

DESK = "/admin/personal-data/"


def erased(person):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return erase(person)


def whole_database():
    """Return every row of every table as text, the index of the search among them."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own tables
            yield from (f"{table}: {row}" for row in cursor.fetchall())


def found_in_files(folder):
    return [path for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]


def counts(course, lesson, quiz):
    sittings = sittings_of(quiz.translation_key)
    items = figures_of_items(quiz.get_items(), sittings, "ru")
    return {
        "learners of the course": counted({course.translation_key: course}, "ru"),
        "enrolments": Enrolment.objects.count(),
        "lessons completed": LessonRecord.objects.filter(lesson_key=lesson.translation_key)
        .completed()
        .count(),
        "tests": sorted(Attempt.objects.values_list("page_key", "total", "maximum", "ending")),
        "the test": figures_of_test(quiz.get_items(), sittings),
        "its questions": [(one.asked, one.answered, one.facility) for one in items],
        "options": [one.count for one in items[0].drawn],
    }


def test_nothing_of_the_erased_is_left_anywhere(
    at_home, aigerim, seat, course, quiz, coordinator, own_folders, hand_in_folder, caplog
):
    pk = aigerim.pk
    assert any(MARK in row for row in whole_database())
    assert found_in_files(own_folders)
    at_desk, page = seat(coordinator), f"{DESK}{pk}/"
    assert NAME in soup(at_desk.get(page)).main.get_text()
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = at_desk.post(page, {"name": NAME})
    assert response.status_code == 302
    left = [
        row for row in whole_database() if MARK in row and f"gulnar{MARK}" not in row and MOTHER not in row
    ]
    assert left == []
    assert found_in_files(own_folders) == []
    assert MARK not in str(getattr(cache, "_cache", {}))
    assert MARK not in caplog.text
    assert not [one for one in Session.objects.all() if one.get_decoded().get("_auth_user_id") == str(pk)]
    admin = seat(get_user_model().objects.create_superuser("admin", password=None))
    for export in (
        f"/admin/progress/{course.translation_key}/?export=csv",
        f"/admin/question-statistics/{quiz.pk}/?export=csv&attempts=all",
        "/admin/marking/?export=csv",
        "/admin/users/",
    ):
        shown = admin.get(export)
        assert shown.status_code == 200
        assert MARK not in shown.content.decode().replace(f"gulnar{MARK}", "").replace(MOTHER, "")
    assert at_home.get("/ru/my-learning/").status_code == 302  # signed out, at home, too


def test_every_count_is_what_it_was(at_home, aigerim, course, lesson, quiz):
    [to_look_at] = Submission.objects.waiting()
    judge(to_look_at.pk, 0, Verdict(Decimal(1)), None)
    before = counts(course, lesson, quiz)
    assert before["lessons completed"] == 1
    assert before["its questions"][1][:2] == (1, 1)
    nobody = erased(aigerim)
    assert counts(course, lesson, quiz) == before
    assert not nobody.is_active
    regrade(ByKey(quiz.translation_key))  # the words are gone, and by their key nothing is marked
    assert counts(course, lesson, quiz) == before


def test_no_list_of_learners_has_a_row_for_nobody(at_home, aigerim, seat, course):
    nobody = erased(aigerim)
    admin = seat(get_user_model().objects.create_superuser("admin", password=None))
    for address in (f"/admin/progress/{course.translation_key}/", "/admin/users/"):
        assert nobody.get_username() not in admin.get(address).content.decode()


@pytest.mark.parametrize("do", ["save", "finish", "start", "check"])
def test_somebody_erased_in_the_middle_of_a_test_breaks_nothing(
    seat, aigerim, course, quiz, hand_in_folder, do
):
    browser = seat(aigerim)
    join(browser, course)
    post(browser, quiz, do="start")
    erased(aigerim)
    response = post(browser, quiz, do=do, **filled_in(quiz, "кеш"))
    assert response.status_code in (302, 403)
    assert not KeptForm.objects.exists()
    assert [one.ending for one in Attempt.objects.all()] == [Attempt.Ending.ABANDONED]


def test_whoever_was_erased_does_not_come_back_with_an_old_backup(aigerim, own_folders):
    pk = aigerim.pk
    backup = transaction.savepoint()
    erased(aigerim)
    transaction.savepoint_rollback(backup)
    people = get_user_model().objects.filter(pk=pk)
    assert people.exists()
    assert MARK not in register.place().read_text()
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert replay() == 1
    assert not people.exists()
    assert replay() == 0


def test_a_newcomer_who_gets_the_number_of_somebody_erased_stays(aigerim):
    pk = aigerim.pk
    erased(aigerim)
    get_user_model().objects.create(pk=pk, username="bolat")
    assert replay() == 0


def test_a_register_that_was_saved_elsewhere_counts_too(aigerim, own_folders):
    elsewhere = own_folders / "usb.txt"
    elsewhere.write_text(f"{register.digest_of(aigerim)} 2026-11-25\nhalf a li")
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert replay(elsewhere) == 1
    assert register.digest_of(aigerim) in register.in_file()


def test_what_a_guardian_agreed_to_holds_without_the_name(aigerim, mother):
    erased(mother)
    [consent] = Consent.objects.in_force().filter(learner=aigerim)
    assert consent.given_by == "—"
    assert not [row for row in whole_database() if MOTHER in row or f"gulnar{MARK}" in row]


def test_another_name_erases_nobody(seat, coordinator, aigerim):
    response = seat(coordinator).post(f"{DESK}{aigerim.pk}/", {"name": "Айгерім"})
    assert response.status_code == 200
    assert get_user_model().objects.filter(pk=aigerim.pk).exists()


def test_only_a_coordinator_gives_out_and_erases_and_never_staff(seat, coordinator, teacher, aigerim):
    at_desk, elsewhere = seat(coordinator), seat(teacher)
    for browser, person in ((elsewhere, aigerim), (at_desk, teacher), (at_desk, coordinator)):
        for address in (f"{DESK}{person.pk}/", f"{DESK}{person.pk}/file/"):
            assert browser.post(address, {"name": str(person)}).status_code in (302, 403)
        assert get_user_model().objects.filter(pk=person.pk).exists()
    assert elsewhere.get(DESK).status_code in (302, 403)


def test_a_file_that_a_coordinator_makes_is_noted(seat, coordinator, aigerim):
    response = seat(coordinator).post(f"{DESK}{aigerim.pk}/file/")
    assert response["Content-Type"] == "application/zip"
    [noted] = ModelLogEntry.objects.filter(action="lifelong.own_file")
    assert (noted.user, noted.object_id) == (coordinator, str(aigerim.pk))


def test_a_person_asks_to_be_erased_and_takes_it_back(seat, coordinator, aigerim):
    browser, at_desk = seat(aigerim), seat(coordinator)
    browser.post("/ru/account/data/", {"want": "erase"})
    browser.post("/ru/account/data/", {"want": "erase"})
    assert NAME in at_desk.get(DESK).content.decode()
    browser.post("/ru/account/data/", {"want": "stay"})
    assert NAME not in at_desk.get(DESK).content.decode()
    assert not ErasureRequest.objects.exists()


def test_the_pages_of_an_erased_teacher_stay(teacher, course):
    type(course).objects.filter(pk=course.pk).update(owner=teacher)
    erased(teacher)
    course.refresh_from_db()
    assert course.live
    assert course.owner is None


def test_reports_go_on_counting_people_by_place_and_year(aigerim):
    LearnerProfile.objects.filter(learner=aigerim).update(
        birth_year=2012, sex="female", sign="fox", reader="child", disability="yes", full_name=f"А. {MARK}"
    )
    kept = erased(get_user_model().objects.get(pk=aigerim.pk)).learner_profile
    assert (kept.place.name, kept.birth_year) == ("Ақкөл", 2012)
    assert (kept.sex, kept.status) == ("female", "")
    assert {kept.call_name, kept.full_name, kept.sign, kept.reader, kept.disability} == {""}
