"""A learner meets the limits of a test: how often, from when, until when."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from quizzes.models import Attempt

from .builders import key_of, translate
from .test_answering import field, form_of


@pytest.fixture
def ruled(quiz, publish):
    """Publish the test under other rules."""

    def ruled(**rules):
        for name, value in rules.items():
            setattr(quiz, name, value)
        return publish(quiz)

    return ruled


@pytest.fixture
def take(signed_in, quiz):
    """Take the test, with the first question right or not, and return what the learner reads then."""

    def take(right=True):
        signed_in.post("/ru/test/", {"do": "start"})
        first, second = quiz.get_items()
        answers = {field(first): key_of(first), field(second): "клавиатура"} if right else {}
        return signed_in.post(
            "/ru/test/", form_of(quiz, **answers) | {"do": "finish"}, follow=True
        ).content.decode()

    return take


def read(client):
    return client.get("/ru/test/").content.decode()


def test_the_way_in_says_what_one_should_know(signed_in, ruled):
    ruled(attempt_limit=3, pass_mark=75)
    html = read(signed_in)
    assert "75\xa0%" in html
    assert "3 из 3" in html
    assert 'value="start"' in html


def test_after_the_last_attempt_there_is_no_other(signed_in, ruled, take):
    ruled(attempt_limit=2)
    assert "1 из 2" in take(right=False)
    html = take(right=False)
    assert "Попыток больше не осталось." in html
    assert 'value="start"' not in html
    response = signed_in.post("/ru/test/", {"do": "start"}, follow=True)
    assert "Попыток больше не осталось." in response.content.decode()
    assert Attempt.objects.count() == 2


def test_a_limit_that_is_raised_counts_at_once(signed_in, ruled, take):
    ruled(attempt_limit=1)
    take(right=False)
    ruled(attempt_limit=2)
    assert 'value="start"' in read(signed_in)


def test_a_test_that_is_not_open_yet_says_when_it_will_be(signed_in, ruled):
    ruled(opens_at=timezone.now() + timedelta(days=1))
    assert "Этот тест ещё не открыт." in read(signed_in)
    signed_in.post("/ru/test/", {"do": "start"})
    assert not Attempt.objects.exists()


def test_a_closed_test_shows_the_result_and_lets_nobody_begin(signed_in, ruled, take):
    take()
    ruled(closes_at=timezone.now())
    html = read(signed_in)
    assert "100\xa0%" in html
    assert "Этот тест закрыт." in html
    assert 'value="start"' not in html


def test_a_pause_says_from_when_to_try_again(signed_in, ruled, take):
    ruled(pause_after_first=60)
    assert "Спокойно повторите материал." in take(right=False)
    Attempt.objects.update(finished_at=timezone.now() - timedelta(hours=1))
    assert 'value="start"' in read(signed_in)


def test_a_learner_reads_what_all_attempts_come_to(ruled, take):
    ruled(grading="average", decimals=1)
    take(right=True)
    html = take(right=False)
    assert "Ваш средний результат: 50,0\xa0%." in html
    assert html.count("<td>") == 4  # two attempts, when each ended and what it came to


def test_what_was_passed_stays_passed_after_a_worse_attempt(ruled, take):
    ruled(grading="last")
    take(right=True)
    assert 'data-passed="yes"' in take(right=False)


def test_the_source_language_has_the_say(signed_in, quiz, kazakh, ruled):
    ruled(attempt_limit=3)
    translated = translate(quiz, kazakh, {"Тест": "Тест"})
    assert translated.attempt_limit == 3
    assert "3 ішінен 3" in signed_in.get("/kk/test/").content.decode()


def test_the_editor_refuses_a_test_that_closes_before_it_opens(quiz):
    quiz.opens_at = timezone.now()
    quiz.closes_at = quiz.opens_at - timedelta(hours=1)
    with pytest.raises(ValidationError, match="closes_at"):
        quiz.full_clean()
