"""A test on the clock: in time, a little late, too late; and what becomes of it then."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from quizzes.models import Attempt, EarlierAnswer, Response

from .builders import key_of
from .test_answering import field, form_of, save_by_script
from .test_limits import read, ruled  # noqa: F401 - a fixture


@pytest.fixture
def items(quiz):
    return quiz.get_items()


@pytest.fixture
def begun(signed_in, ruled):  # noqa: F811
    """Begin the test under rules, and return a function that lets it have ended so many seconds ago."""

    def begun(**rules):
        ruled(**({"time_limit": 10} | rules))
        signed_in.post("/ru/test/", {"do": "start"})
        return Attempt.objects.get()

    return begun


def end(**past):
    """Let the time have been up that long ago."""
    ends_at = timezone.now() - timedelta(**past)
    Attempt.objects.update(ends_at=ends_at, started_at=ends_at - timedelta(minutes=10))


def attempt():
    return Attempt.objects.get()


def test_the_learner_sees_when_the_time_is_up(signed_in, begun):
    ends_at = begun().ends_at
    html = read(signed_in)
    assert timezone.localtime(ends_at).strftime("%-H:%M") in html
    assert 'data-seconds="59' in html
    assert "data-hands-in" in html


def test_a_long_test_is_told_to_the_script_in_digits_alone(signed_in, begun):
    """Russian writes 1 800, of which a script makes no number."""
    begun(time_limit=30)
    assert re.search(r'data-seconds="1(799|800)"', read(signed_in))


def test_a_test_without_a_limit_has_no_clock(signed_in, begun):
    assert begun(time_limit=0).ends_at is None
    assert "data-timer" not in read(signed_in)


def test_the_way_in_tells_how_much_time_there_is(signed_in, ruled):  # noqa: F811
    ruled(time_limit=25)
    assert "25 мин" in read(signed_in)


def test_an_answer_that_is_a_little_late_counts(signed_in, begun, items):
    begun()
    end(seconds=50)
    assert save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0])).status_code == 200
    assert Response.objects.get().answer == {"option": key_of(items[0])}


def test_an_answer_that_is_too_late_is_kept_and_does_not_count(signed_in, begun, items):
    begun()
    save_by_script(signed_in, "/ru/test/", items[1], "клавиатура", key="in-time")
    end(seconds=70)
    for item, answer, key in [(items[0], key_of(items[0]), "one"), (items[1], "мышь", "two")]:
        response = save_by_script(signed_in, "/ru/test/", item, answer, key=key)
        assert response.status_code == 409
    assert attempt().total == 1
    assert EarlierAnswer.objects.get(key="one").answer == {"option": key_of(items[0])}


def test_what_was_typed_in_time_and_arrives_after_the_end_is_on_record(signed_in, begun, items):
    begun()
    signed_in.post("/ru/test/", {"do": "finish"})
    late = {"key": "offline", "age": "600000"}
    for _ in range(2):
        assert save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]), **late).status_code == 409
    assert EarlierAnswer.objects.get().key == "offline"
    assert attempt().total == 0


def test_whoever_looks_at_an_attempt_that_is_over_ends_it(signed_in, begun, items):
    begun()
    save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]))
    end(minutes=5)
    ends_at = attempt().ends_at
    html = read(signed_in)
    assert "50\xa0%" in html
    assert (attempt().ending, attempt().finished_at, attempt().total) == ("time-up", ends_at, 1)


def test_a_finished_attempt_is_not_ended_again(signed_in, begun):
    begun()
    signed_in.post("/ru/test/", {"do": "finish"})
    before = attempt().finished_at
    end(hours=1)
    read(signed_in)
    assert (attempt().finished_at, attempt().ending) == (before, "handed-in")


def test_during_the_last_minute_it_can_only_be_handed_in_and_loses_nothing(signed_in, begun, items):
    begun()
    save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]))
    end(seconds=10)
    html = read(signed_in)
    assert "Время вышло" in html
    assert "Сохранить и продолжить" not in html
    assert html.count("disabled") == len(items)
    signed_in.post("/ru/test/", {"do": "finish"})  # what is disabled is not posted
    assert (attempt().total, attempt().ending) == (1, "handed-in")


def test_a_form_without_script_that_is_handed_in_a_little_late_counts_whole(signed_in, quiz, begun, items):
    begun()
    end(seconds=30)
    posted = form_of(quiz, **{field(items[0]): key_of(items[0]), field(items[1]): "клавиатура"})
    signed_in.post("/ru/test/", posted | {"do": "finish"})
    assert attempt().percent == 100


def test_a_form_handed_in_too_late_counts_as_it_was_saved(signed_in, quiz, begun, items):
    begun()
    save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]))
    end(minutes=30)
    posted = form_of(quiz, **{field(items[0]): key_of(items[0]), field(items[1]): "клавиатура"})
    signed_in.post("/ru/test/", posted | {"do": "finish"})
    assert (attempt().total, attempt().ending) == (1, "time-up")


def test_in_the_grace_it_can_be_handed_in_but_not_changed(signed_in, begun, items):
    begun(at_the_end="grace", grace=15)
    save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]))
    end(minutes=5)
    assert "Сдайте до" in read(signed_in)
    assert save_by_script(signed_in, "/ru/test/", items[1], "клавиатура", key="k").status_code == 409
    assert attempt().is_open
    signed_in.post("/ru/test/", {"do": "finish"})
    assert (attempt().total, attempt().ending) == (1, "handed-in")


@pytest.mark.parametrize("rules", [{"at_the_end": "grace", "grace": 15}, {"at_the_end": "abandon"}])
def test_what_nobody_hands_in_in_time_does_not_count(signed_in, begun, items, rules):
    begun(**rules, attempt_limit=2)
    save_by_script(signed_in, "/ru/test/", items[0], key_of(items[0]))
    end(minutes=20)
    html = read(signed_in)
    assert attempt().is_abandoned
    assert (attempt().total, attempt().percent) == (None, None)
    assert "не сдана вовремя" in html
    assert "1 из 2" in html  # but it was an attempt
    assert not Attempt.objects.finished().exists()


def test_somebody_who_hands_in_in_time_loses_nothing(signed_in, begun, quiz, items):
    begun(at_the_end="abandon")
    assert "не засчитывается" in read(signed_in)
    assert "data-hands-in" not in read(signed_in)
    signed_in.post("/ru/test/", form_of(quiz, **{field(items[0]): key_of(items[0])}) | {"do": "finish"})
    assert attempt().percent == 50


def test_the_close_ends_the_time_of_a_running_attempt(begun):
    closes_at = timezone.now() + timedelta(minutes=3)
    assert begun(closes_at=closes_at).ends_at == closes_at


def test_the_command_ends_what_nobody_came_back_to(begun, items):
    begun()
    call_command("close_attempts", verbosity=0)
    assert attempt().is_open
    end(days=1)
    call_command("close_attempts", verbosity=0)
    assert attempt().ending == "time-up"


def test_a_clock_set_back_makes_no_negative_time(signed_in, begun):
    begun()
    Attempt.objects.update(
        started_at=timezone.now() + timedelta(days=1), ends_at=timezone.now() + timedelta(days=2)
    )
    signed_in.post("/ru/test/", {"do": "finish"})
    assert attempt().finished_at == attempt().started_at


def test_the_editor_asks_for_the_length_of_the_grace(quiz):
    quiz.at_the_end = "grace"
    with pytest.raises(ValidationError, match="grace"):
        quiz.full_clean()
