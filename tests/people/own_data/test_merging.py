"""One person with two accounts: what was learnt with both is theirs, and the other login is no more."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import TestCase

from courses.models import Enrolment
from lessons.models import LessonRecord
from people import consents
from people.accounts import create_learner
from people.models import Cohort, Consent, Guardianship, LearnerProfile, SignInSecret
from people.own_data.merging import merge
from people.sign_in_secrets import give_pin
from quizzes.models import Attempt, EarlierAnswer, HandedInFile, Response
from tests.courses.walking import finish_lesson, join, post, soup
from tests.people.own_data.conftest import LOGIN, filled_in

DESK = "/admin/personal-data/"


@pytest.fixture
def kept(db):
    return create_learner("aigerim", None, call_name="Айгерім")


def merged(gone, kept):
    with TestCase.captureOnCommitCallbacks(execute=True):
        merge(gone, kept)


def test_everything_that_was_learnt_is_there_with_the_account_that_stays(
    at_home, aigerim, kept, mother, seat, course, lesson, quiz
):
    pk, cohort = aigerim.pk, Cohort.objects.get()
    give_pin(aigerim, "407193", in_the_lab=False)
    files, attempts = HandedInFile.objects.count(), Attempt.objects.count()
    merged(aigerim, kept)
    assert not get_user_model().objects.filter(username=LOGIN).exists()
    assert HandedInFile.objects.filter(learner=kept).count() == files > 0
    assert all(one.file.size for one in HandedInFile.objects.all())
    assert Attempt.objects.by(kept).count() == attempts
    assert LessonRecord.objects.by(kept).completed().get().lesson_key == lesson.translation_key
    assert Guardianship.objects.get(learner=kept).guardian == mother
    assert consents.Purpose.PROGRESS in {
        one.purpose for one in Consent.objects.in_force().filter(learner=kept)
    }
    assert list(cohort.memberships.present().values_list("learner", flat=True)) == [kept.pk]
    assert not SignInSecret.objects.exists(), "nobody comes in with the other account's PIN"
    assert not [one for one in Session.objects.all() if one.get_decoded().get("_auth_user_id") == str(pk)]
    assert at_home.get("/ru/my-learning/").status_code == 302
    shown = soup(seat(kept).get("/ru/my-learning/")).main.get_text()
    assert course.title in shown


@pytest.mark.parametrize("is_unchecked", [True, False])
def test_a_year_that_is_taken_over_proves_no_more_than_it_did(kept, is_unchecked):
    gone = create_learner("aigerim2", None)
    LearnerProfile.objects.filter(learner=gone).update(birth_year=1958, is_year_unchecked=is_unchecked)
    merged(gone, kept)
    profile = LearnerProfile.objects.get(learner=kept)
    assert (profile.birth_year, profile.is_year_unchecked) == (1958, is_unchecked)


def test_of_two_answers_in_one_lesson_the_later_counts_and_the_earlier_is_in_its_history(
    at_home, aigerim, kept, seat, course, lesson
):
    browser = seat(kept)
    join(browser, course)
    finish_lesson(browser, lesson)
    practice = Attempt.objects.on(lesson.translation_key)
    answers = Response.objects.filter(attempt__in=practice.by(kept)).count()
    before = EarlierAnswer.objects.count()
    done_at = LessonRecord.objects.by(aigerim).get(lesson_key=lesson.translation_key).completed_at
    merged(aigerim, kept)
    assert practice.count() == 1
    assert Response.objects.filter(attempt=practice.get()).count() == answers
    assert EarlierAnswer.objects.count() == before + answers
    assert LessonRecord.objects.get(lesson_key=lesson.translation_key).completed_at == done_at
    assert Enrolment.objects.by(kept).active().count() == 1
    assert not Enrolment.objects.exclude(learner=kept).exists()


def test_what_two_accounts_did_together_completes_the_course(
    at_home, aigerim, kept, seat, course, lesson, second_lesson, quiz
):
    browser = seat(kept)
    join(browser, course)
    finish_lesson(browser, second_lesson)
    Attempt.objects.on(quiz.translation_key).update(total=1, maximum=1)
    assert not Enrolment.objects.exclude(completed_at=None).exists()
    merged(aigerim, kept)
    assert Enrolment.objects.get().is_completed


def test_of_two_running_tests_the_one_that_was_begun_first_is_handed_in(
    aigerim, kept, seat, course, quiz, hand_in_folder
):
    for person in (aigerim, kept):
        browser = seat(person)
        join(browser, course)
        post(browser, quiz, do="start")
        post(browser, quiz, do="save", **filled_in(quiz, "жауап"))
    older = Attempt.objects.by(aigerim).get()
    merged(aigerim, kept)
    first, second = Attempt.objects.by(kept).on(quiz.translation_key).order_by("started_at")
    assert (first, first.ending, second.is_open) == (older, Attempt.Ending.HANDED_IN, True)
    assert first.responses.count() == second.responses.count() == 4


def test_the_coordinator_looks_at_both_before_they_are_joined(seat, coordinator, aigerim, kept):
    at_desk, page = seat(coordinator), f"{DESK}{aigerim.pk}/merge/"
    assert page in at_desk.get(f"{DESK}{aigerim.pk}/").content.decode()
    for login in ("", "nobody-of-this-name", LOGIN, coordinator.username):
        answer = soup(at_desk.post(page, {"login": login}))
        assert answer.select_one("#id_login")["value" if login else "id"]
        assert answer.select(".w-field__errors .error-message, .error-message")
    both = soup(at_desk.post(page, {"login": kept.username}))
    assert {"aigerim", LOGIN, "Кешкі топ"} <= {one.get_text() for one in both.main.select("bdi")}
    assert get_user_model().objects.filter(pk=aigerim.pk).exists()
    button = both.main.select_one("button[name=both]")["value"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        done = at_desk.post(page, {"login": kept.username, "both": button})
    assert done.url == f"{DESK}{kept.pk}/"
    assert not get_user_model().objects.filter(username=LOGIN).exists()


def test_only_a_coordinator_joins_accounts_and_none_of_the_staff(seat, coordinator, teacher, aigerim, kept):
    assert seat(teacher).get(f"{DESK}{aigerim.pk}/merge/").status_code in (302, 403)
    assert seat(coordinator).get(f"{DESK}{teacher.pk}/merge/").status_code in (302, 403)
    admin = seat(get_user_model().objects.create_superuser("admin", password=None))
    for gone, stays in ((teacher, kept), (aigerim, teacher)):
        admin.post(f"{DESK}{gone.pk}/merge/", {"login": stays.username, "both": f"{gone.pk}+{stays.pk}"})
        assert get_user_model().objects.filter(pk=gone.pk).exists()
