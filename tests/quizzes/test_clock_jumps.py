"""The server's clock jumps while somebody answers: every answer is taken, and the last one counts."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from quizzes.models import Attempt, EarlierAnswer, Response

from .builders import distractor_of, key_of
from .test_answering import field, save_by_script

EPOCH = datetime(1970, 1, 2, tzinfo=UTC)
JUMPS = {
    "an hour on": timedelta(hours=1),
    "an hour back": timedelta(hours=-1),
    "a day on": timedelta(days=1),
    "a day back": timedelta(days=-1),
    "to 1970": None,
}


@pytest.fixture(params=JUMPS)
def jump(request):
    """Return what lets the clock go wrong for a while."""
    by = JUMPS[request.param]
    return lambda: time_machine.travel(EPOCH if by is None else timezone.now() + by)


def without_script(client, path, item, answer, number):
    posted = {f"version-{item.id}": item.digest, "do": "save"}
    return client.post(path, posted | ({field(item): answer} if answer else {}))


def in_one_tab(client, path, item, answer, number):
    return save_by_script(client, path, item, answer or "", key=f"k{number}", tab="t", sequence=str(number))


def in_a_page_opened_anew(client, path, item, answer, number):
    return save_by_script(client, path, item, answer or "", key=f"k{number}", tab=f"t{number}", sequence="1")


@pytest.fixture(params=[without_script, in_one_tab, in_a_page_opened_anew])
def saves(request, signed_in, learner):
    """Return a function that saves an answer in one of the ways in which browsers do, and returns what counts then."""
    numbers = iter(range(1, 9))

    def saves(path, item, answer):
        signed_in.force_login(learner)  # a session of yesterday is over
        response = request.param(signed_in, path, item, answer, next(numbers))
        assert response.status_code in (200, 302)
        return Response.objects.get().answer

    return saves


@pytest.mark.parametrize("path", ["/ru/test/", "/ru/urok/"])
def test_the_last_answer_counts_and_none_is_lost(saves, jump, signed_in, quiz, lesson, path):
    item = (quiz if path == "/ru/test/" else lesson).get_items()[0]
    right, wrong = {"option": key_of(item)}, {"option": distractor_of(item)}
    signed_in.post("/ru/test/", {"do": "start"})
    assert saves(path, item, key_of(item)) == right
    with jump():
        assert saves(path, item, distractor_of(item)) == wrong
        assert saves(path, item, None) is None  # taken back
    assert saves(path, item, key_of(item)) == right  # the clock is right again
    assert list(EarlierAnswer.objects.order_by("pk").values_list("answer", flat=True)) == [right, wrong, None]


def test_a_test_that_is_finished_by_a_wrong_clock_has_its_mark_and_no_negative_time(
    saves, jump, signed_in, quiz
):
    item = quiz.get_items()[0]
    signed_in.post("/ru/test/", {"do": "start"})
    saves("/ru/test/", item, distractor_of(item))
    with jump():
        saves("/ru/test/", item, key_of(item))
        signed_in.post("/ru/test/", {"do": "finish"})
        assert signed_in.get("/ru/test/").status_code == 200
    attempt = Attempt.objects.get()
    assert attempt.total == 1
    assert attempt.finished_at >= attempt.started_at


def test_a_test_begun_by_a_wrong_clock_can_be_answered_and_finished_by_a_right_one(
    saves, jump, signed_in, learner, quiz
):
    item = quiz.get_items()[0]
    with jump():
        signed_in.force_login(learner)
        signed_in.post("/ru/test/", {"do": "start"})
        saves("/ru/test/", item, distractor_of(item))
    saves("/ru/test/", item, key_of(item))
    signed_in.post("/ru/test/", {"do": "finish"})
    attempt = Attempt.objects.get()
    assert attempt.total == 1
    assert attempt.finished_at >= attempt.started_at


def test_an_edit_from_another_computer_that_was_made_before_stays_beaten_by_a_wrong_clock(signed_in, lesson):
    item = lesson.get_items()[0]
    save_by_script(signed_in, "/ru/urok/", item, key_of(item), key="lab", tab="lab", sequence="1")
    Attempt.objects.update(started_at=timezone.now() - timedelta(days=3))
    with time_machine.travel(timezone.now() - timedelta(days=1)):
        older = {"key": "home", "tab": "home", "sequence": "1", "age": "600000"}
        answer = save_by_script(signed_in, "/ru/urok/", item, distractor_of(item), **older)
    assert answer.json()["newer"] == [item.id]
    assert Response.objects.get().answer == {"option": key_of(item)}
