"""More time, more attempts, other dates for a person or a group; and clocks that stood still."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from quizzes.attempting import end_of
from quizzes.leniency import rules_with
from quizzes.models import Allowance, Attempt, Outage
from quizzes.rules import Rules

from .test_limits import read, ruled  # noqa: F401 - a fixture

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def after(**future):
    return NOON + timedelta(**future)


@pytest.mark.parametrize(
    ("name", "own", "allowed", "wins"),
    [
        ("attempt_limit", 2, [3, 5], 5),
        ("attempt_limit", 2, [3, 0], 0),
        ("attempt_limit", 2, [None], 2),
        ("time_limit", 10, [20, 15], 20),
        ("time_limit", 10, [0, 15], 0),
        ("time_limit", 10, [5], 5),  # said for this learner, and nothing milder
        ("opens_at", NOON, [after(hours=1), after(hours=-1)], after(hours=-1)),
        ("closes_at", NOON, [after(hours=1), after(hours=2)], after(hours=2)),
        ("closes_at", None, [after(hours=1)], after(hours=1)),
        ("closes_at", NOON, [], NOON),
    ],
)
def test_the_most_lenient_allowance_wins(name, own, allowed, wins):
    rules = rules_with(Rules(**{name: own}), [Allowance(**{name: value}) for value in allowed])
    assert getattr(rules, name) == wins


@pytest.mark.parametrize(
    ("began", "ended", "end"),
    [
        (5, 10, 35),
        (-5, 10, 40),  # it had begun before the attempt
        (25, 45, 50),
        (30, 45, 30),  # the time was up already
        (-10, 0, 30),
    ],
)
def test_the_clock_stands_still_while_nobody_can_answer(began, ended, end):
    outages = [(after(minutes=began), after(minutes=ended))]
    assert end_of(Rules(time_limit=30), NOON, outages) == after(minutes=end)


def test_one_outage_makes_room_for_the_next():
    outages = [(after(minutes=20), after(minutes=30)), (after(minutes=35), after(minutes=45))]
    assert end_of(Rules(time_limit=30), NOON, outages) == after(minutes=50)
    assert end_of(Rules(), NOON, outages) is None


@pytest.fixture
def begin(signed_in, ruled):  # noqa: F811
    def begin(**rules):
        ruled(**rules)
        signed_in.post("/ru/test/", {"do": "start"})
        return Attempt.objects.get()

    return begin


def minutes(attempt):
    attempt.refresh_from_db()
    return (attempt.ends_at - attempt.started_at).total_seconds() / 60


def test_a_running_clock_takes_what_is_allowed_at_once_and_gives_it_back(begin, learner, quiz):
    attempt = begin(time_limit=10)
    allowance = Allowance.objects.create(page_key=quiz.translation_key, learner=learner, time_limit=25)
    assert minutes(attempt) == 25
    allowance.delete()
    assert minutes(attempt) == 10


def test_what_is_allowed_to_one_is_not_allowed_to_others(begin, quiz):
    attempt = begin(time_limit=10)
    timur = get_user_model().objects.create_user("timur")
    Allowance.objects.create(page_key=quiz.translation_key, learner=timur, time_limit=25)
    assert minutes(attempt) == 10


def test_an_allowance_that_is_given_to_another_learner_is_taken_from_the_first(begin, quiz, learner):
    attempt = begin(time_limit=10)
    other = get_user_model().objects.create_user("other")
    allowance = Allowance.objects.create(page_key=quiz.translation_key, learner=learner, time_limit=25)
    assert minutes(attempt) == 25
    allowance.learner = other
    allowance.save()
    assert minutes(attempt) == 10


def test_an_allowance_that_is_moved_to_another_test_is_taken_from_the_first(begin, quiz, learner):
    attempt = begin(time_limit=10)
    allowance = Allowance.objects.create(page_key=quiz.translation_key, learner=learner, time_limit=25)
    allowance.page_key = uuid4()
    allowance.save()
    assert minutes(attempt) == 10


def test_a_group_is_allowed_more(begin, learner, quiz):
    group = Group.objects.create(name="7 А")
    learner.groups.add(group)
    Allowance.objects.create(page_key=quiz.translation_key, group=f"group:{group.pk}", time_limit=30)
    Allowance.objects.create(page_key=quiz.translation_key, group="group:0", time_limit=60)
    assert minutes(begin(time_limit=10)) == 30


def test_a_site_has_groups_of_its_own(begin, quiz):
    Allowance.objects.create(page_key=quiz.translation_key, group="cohort:5", time_limit=40)
    with hooks.register_temporarily("lifelong_groups_of", lambda learner: {"cohort:5"}):
        assert minutes(begin(time_limit=10)) == 40


def test_another_attempt_is_given_to_one_learner(signed_in, begin, learner, quiz):
    begin(attempt_limit=1)
    signed_in.post("/ru/test/", {"do": "finish"})
    assert 'value="start"' not in read(signed_in)
    Allowance.objects.create(page_key=quiz.translation_key, learner=learner, attempt_limit=2)
    assert "1 из 2" in read(signed_in)
    signed_in.post("/ru/test/", {"do": "start"})
    assert Attempt.objects.count() == 2


def test_a_closed_test_opens_for_one_learner(signed_in, learner, quiz, ruled):  # noqa: F811
    ruled(closes_at=timezone.now() - timedelta(days=1))
    assert "Этот тест закрыт." in read(signed_in)
    later = timezone.now() + timedelta(days=1)
    Allowance.objects.create(page_key=quiz.translation_key, learner=learner, closes_at=later)
    signed_in.post("/ru/test/", {"do": "start"})
    assert Attempt.objects.get().ends_at == later


def test_an_outage_stops_the_clocks_of_those_who_were_answering(begin):
    attempt = begin(time_limit=30)
    began_at = attempt.started_at + timedelta(minutes=5)
    outage = Outage.objects.create(began_at=began_at, ended_at=began_at + timedelta(minutes=20))
    assert minutes(attempt) == 50
    outage.delete()
    assert minutes(attempt) == 30


def test_an_outage_that_was_declared_holds_for_whoever_begins_during_it(begin):
    now = timezone.now()
    Outage.objects.create(began_at=now - timedelta(hours=1), ended_at=now + timedelta(minutes=10))
    assert 39 < minutes(begin(time_limit=30)) < 41


def test_an_allowance_is_for_somebody(quiz):
    with pytest.raises(IntegrityError), transaction.atomic():
        Allowance.objects.create(page_key=quiz.translation_key, time_limit=5)


ALLOWANCES = "wagtailsnippets_lifelong_quizzes_allowance"


def posted(quiz, **more):
    empty = dict.fromkeys(
        ("login", "group", "attempt_limit", "time_limit", "opens_at", "closes_at", "reason"), ""
    )
    return empty | {"test": str(quiz.translation_key)} | more


def test_a_coordinator_gives_time_in_the_admin(admin_client, learner, quiz):
    page = admin_client.get(reverse(f"{ALLOWANCES}:add")).content.decode()
    assert "Тест" in page
    answer = admin_client.post(reverse(f"{ALLOWANCES}:add"), posted(quiz, login="aigerim", time_limit="25"))
    assert answer.status_code == 302
    allowance = Allowance.objects.get()
    assert (allowance.learner, allowance.page_key, allowance.time_limit) == (
        learner,
        quiz.translation_key,
        25,
    )
    assert "aigerim" in admin_client.get(reverse(f"{ALLOWANCES}:list")).content.decode()
    assert "aigerim" in admin_client.get(reverse(f"{ALLOWANCES}:edit", args=[allowance.pk])).content.decode()


@pytest.mark.parametrize("whom", [{"login": "nobody"}, {}])
def test_the_admin_says_whom_it_does_not_know(admin_client, quiz, whom):
    answer = admin_client.post(reverse(f"{ALLOWANCES}:add"), posted(quiz, time_limit="25", **whom))
    assert answer.status_code == 200
    assert not Allowance.objects.exists()


def test_a_learner_gives_themselves_nothing(signed_in, quiz):
    answer = signed_in.post(reverse(f"{ALLOWANCES}:add"), posted(quiz, login="aigerim", time_limit="25"))
    assert answer.status_code in (302, 403)
    assert not Allowance.objects.exists()
