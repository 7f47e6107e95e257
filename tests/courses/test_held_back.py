"""A test whose marks are held back: nothing else on the site tells whether it was passed."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from courses.enrolling import enrol
from courses.models import Enrolment
from courses.progress import State, progress_as_seen, progress_in
from people.accounts import create_learner
from quizzes.judging import Verdict, judge
from quizzes.models import Allowance, Attempt, Submission
from tests.factories import QuizPageFactory
from tests.quizzes.builders import distractor_of, key_of, single_choice
from tests.quizzes.types.builders import open_text

PLACES = ["/ru/my-learning/", "/ru/", "{course}", "{exam}"]
NAMES = {"passed": "Айгерім", "failed": "Айгерім"}


@pytest.fixture
def exam(module):
    """Return a function that adds a test to the module, whose marks are held back in that way."""

    def exam(show_marks="closed", body=None, **rules):
        closes_at = timezone.now() + timedelta(days=1)
        how = {"review": "own", "show_marks": show_marks, "show_reasons": "closed", "show_answers": "closed"}
        how |= {"closes_at": closes_at, **rules}
        body = json.dumps(body or [single_choice()])
        return QuizPageFactory(parent=module, title="Экзамен", slug="ekzamen", body=body, **how)

    return exam


@pytest.fixture
def take(seat, course, django_capture_on_commit_callbacks):
    """Return a function by which two people take the test: one has it right, the other has it wrong."""

    def take(exam):
        found = {}
        for login in NAMES:
            person = create_learner(login, None, call_name=NAMES[login])
            enrol(person, course.translation_key)
            browser, item = seat(person), exam.get_items()[0]
            browser.post(exam.get_url(), {"do": "start"})
            answer = (key_of if login == "passed" else distractor_of)(item)
            with django_capture_on_commit_callbacks(execute=True):
                browser.post(exam.get_url(), {"do": "finish", item.field_name: answer})
            found[login] = (person, browser)
        return found

    return take


def read(browser, path):
    """Return what somebody reads there, without what is each one's own and says nothing."""
    html = browser.get(path).content.decode()
    html = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|data-now="\d+"', "", html)
    html = re.sub(
        r'data-learner="\w+"|name="learner" value="\w+"|value="\w{32,64}"|checked|data-was', "", html
    )
    return re.sub(r'name="was-[^>]*>', "", html)


@pytest.mark.parametrize("show_marks", ["closed", "later", "never"])
@pytest.mark.parametrize("place", PLACES)
def test_nobody_can_tell_from_any_page_who_has_passed(exam, take, course, lesson, show_marks, place):
    test = exam(show_marks, attempt_limit=3)
    people = take(test)
    path = place.format(course=course.get_url(), exam=test.get_url())
    texts = {login: read(browser, path) for login, (_person, browser) in people.items()}
    if place == "{exam}":
        texts = {
            login: text.split("<form id=")[0] for login, text in texts.items()
        }  # the answers are their own
    assert texts["passed"] == texts["failed"]
    assert ("Сдано" in texts["passed"]) == (place == "{course}")


def test_when_the_test_has_closed_everybody_reads_it(exam, take, course):
    people = take(exam())
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        for person, browser in people.values():
            browser.force_login(person)
        assert "Завершено" in people["passed"][1].get(course.get_url()).content.decode()
        progress = {
            login: progress_as_seen(course.get_outline().steps, one) for login, (one, _b) in people.items()
        }
    assert len(progress["passed"].completed) == 1
    assert not progress["failed"].completed


def test_the_teacher_s_report_knows_all_the_time(exam, take, course):
    test = exam()
    (person, _browser), _failed = take(test).values()
    steps = course.get_outline().steps
    key = str(test.translation_key)
    assert progress_in(steps, person).state(key) == State.COMPLETED
    assert progress_as_seen(steps, person).state(key) == State.HANDED_IN


def test_a_completed_course_does_not_say_so_before_the_marks_do(exam, take, course):
    test = exam()
    people = take(test)
    Enrolment.objects.filter(learner__username="passed").update(completed_at=timezone.now())
    for place in PLACES[:3]:
        texts = [read(browser, place.format(course=course.get_url())) for _person, browser in people.values()]
        assert texts[0] == texts[1], place


def test_a_course_is_completed_though_a_teacher_tells_the_marks_of_one_test(exam, take, course):
    (person, browser), _failed = take(exam("never")).values()
    Enrolment.objects.filter(learner=person).update(completed_at=timezone.now())
    assert "Курс завершён" in browser.get(course.get_url()).content.decode()


def test_nobody_is_led_back_to_what_is_handed_in(exam, take, course):
    test = exam(attempt_limit=3)
    for _person, browser in take(test).values():
        html = browser.get(course.get_url()).content.decode()
        assert f'href="{test.get_url()}" class="button' not in html
        browser.post(test.get_url(), {"do": "start"})
    for person, _browser in [(one.learner, None) for one in Attempt.objects.open()]:
        progress = progress_as_seen(course.get_outline().steps, person)
        assert progress.state(str(test.translation_key)) == State.IN_PROGRESS


def test_more_time_for_one_holds_their_marks_back_longer(exam, take, course):
    test = exam()
    (person, _browser), _failed = take(test).values()
    later = timezone.now() + timedelta(days=7)
    Allowance.objects.create(page_key=test.translation_key, learner=person, closes_at=later)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert progress_as_seen(course.get_outline().steps, person).handed_in


def test_marks_that_are_shown_at_once_cost_no_query_more(exam, take, course, django_assert_num_queries):
    test = exam("at_once")
    (person, _browser), _failed = take(test).values()
    steps = course.get_outline().steps
    with django_assert_num_queries(1):
        assert progress_as_seen(steps, person).completed
    assert not progress_as_seen(steps, person).handed_in


def test_whoever_begins_again_is_warned_that_nothing_can_be_improved_then(
    exam, seat, course, django_user_model
):
    test = exam("at_once", body=[open_text()], attempt_limit=3)
    person = create_learner("timur", None)
    enrol(person, course.translation_key)
    browser, item = seat(person), test.get_items()[0]
    browser.post(test.get_url(), {"do": "start"})
    browser.post(test.get_url(), {"do": "finish", item.field_name: "Я помогаю соседям."})
    warning = "ответ, который преподаватель вернул, уже нельзя будет доработать"
    assert warning not in browser.get(test.get_url()).content.decode()
    teacher = django_user_model.objects.create_user("t")
    judge(Submission.objects.get().pk, 0, Verdict(None, "Добавьте пример"), teacher)
    html = browser.get(test.get_url()).content.decode()
    assert html.index(warning) < html.index('value="start"')
