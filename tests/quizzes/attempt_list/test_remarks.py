"""What a teacher reads of an attempt that went otherwise than usual, and that ordinary ones are left in peace."""

from datetime import UTC, datetime, timedelta

from quizzes.attempt_list.remarks import Saves, remarks_on
from quizzes.models import Attempt, Outage, QuizVersion

NOON = datetime(2026, 11, 24, 7, tzinfo=UTC)  # in Almaty


def after(minutes):
    return NOON + timedelta(minutes=minutes)


def attempt(ended=25, ends=30, limit=30, **more):
    """An attempt of half an hour that began at noon; times are minutes after that."""
    times = {"started_at": NOON, "finished_at": None if ended is None else after(ended)}
    times["ends_at"] = None if ends is None else after(ends)
    return Attempt(version=QuizVersion(settings={"time_limit": limit}), **times, **more)


def outage(began, ended, is_by_clock=False):
    return Outage(began_at=after(began), ended_at=after(ended), is_by_clock=is_by_clock)


def remarks(attempt, *outages, now=60, **saves):
    saves = {name: after(at) for name, at in saves.items() if name != "late"} | {"late": saves.get("late", 0)}
    return remarks_on(attempt, Saves(**saves), outages, after(now))


def test_an_ordinary_attempt_is_not_remarked_on():
    assert remarks(attempt(), first=1, last=24) == []
    assert remarks(attempt(limit=0, ends=None)) == []
    assert remarks(attempt(ended=None), now=20) == []


def test_a_clock_that_was_set_on_is_told():
    said = "За это время часы сервера перевели вперёд на 60 мин. Это время не считается."
    assert remarks(attempt(ended=80, ends=90), outage(10, 70, is_by_clock=True)) == [said]


def test_a_clock_that_was_set_on_before_it_began_is_none_of_its_business():
    """By the calendar it lies within the jump, for it was begun when the clock was right again."""
    assert remarks(attempt(), outage(-60, 20, is_by_clock=True)) == []


def test_a_clock_that_was_set_back_is_known_by_the_answers():
    said = "За это время часы сервера перевели назад: сколько длилась попытка, неизвестно."
    assert remarks(attempt(ended=0), first=-50, last=-40) == [said]
    assert remarks(attempt(ended=5), first=1, last=20) == [said]


def test_an_outage_is_told_with_the_minutes_that_fell_into_the_attempt():
    assert remarks(attempt(ended=45, ends=54), outage(-20, 10), outage(5, 20), outage(46, 50)) == [
        "Во время попытки был перебой: 20 мин."
    ]


def test_an_outage_of_which_seconds_fell_into_the_attempt_is_not_worth_a_flag():
    assert remarks(attempt(), outage(-20, 0.5), outage(24.8, 40)) == []


def test_one_that_an_outage_opened_again_says_when_it_went_on():
    went_on = attempt(ended=70, ends=80, stopped_at=after(40), resumed_at=after(60))
    said = remarks(went_on, outage(10, 40))
    assert said[1:] == [
        "Время вышло из-за перебоя. Попытку открыли снова, продолжение: 24 ноября 2026 г. 13:00."
    ]
    stands = attempt(ended=None, stopped_at=after(40))
    assert remarks(stands, outage(10, 40))[1:] == [
        "Время вышло из-за перебоя. Попытка снова открыта, но учащийся ещё не продолжил."
    ]


def test_more_time_than_the_others_have_is_told():
    assert remarks(attempt(ended=40, ends=45)) == [
        "Времени больше, чем у остальных: до 24 ноября 2026 г. 12:45."
    ]
    assert remarks(attempt(ended=40, ends=None)) == ["Без ограничения времени, не как у остальных."]


def test_what_an_outage_gave_back_is_no_more_time():
    assert remarks(attempt(ended=35, ends=40), outage(10, 20)) == ["Во время попытки был перебой: 10 мин."]


def test_answers_that_came_too_late_are_counted():
    assert remarks(attempt(), late=2) == ["2 ответа пришли после конца и не считаются."]
