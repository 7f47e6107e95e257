"""What a learner sees of a finished test, and when."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from quizzes.models import Attempt, QuizPage
from quizzes.reviewing import Review, review_of, waits_for_the_close
from quizzes.rules import Rules

from .builders import distractor_of
from .screens import words
from .test_answering import field, form_of
from .test_limits import read, ruled  # noqa: F401 - a fixture
from .types.builders import reflection

OWN = {"review": "own", "show_marks": "at_once", "show_reasons": "at_once", "show_answers": "at_once"}
REASON, RIGHT = "Почему не «Вынуть вилку»", "Правильный ответ"


@pytest.mark.parametrize(
    ("preset", "is_closed", "has_attempts_left", "review"),
    [
        ("learning", False, True, Review(True, True, True)),
        ("test", False, True, Review(True, True, False)),
        ("test", False, False, Review(True, True, True)),
        ("test", True, True, Review(True, True, True)),
        ("exam", False, False, Review(True, False, False)),
        ("exam", True, False, Review(True, True, True)),
    ],
)
def test_the_presets(preset, is_closed, has_attempts_left, review):
    rules = Rules(review=preset)
    assert review_of(rules, is_closed=is_closed, has_attempts_left=has_attempts_left) == review


@pytest.mark.parametrize(
    ("release", "is_closed", "has_attempts_left", "shown"),
    [
        ("at_once", False, True, True),
        ("later", False, True, False),
        ("later", False, False, True),
        ("closed", False, False, False),
        ("closed", True, True, True),
        ("never", True, False, False),
    ],
)
def test_each_row_of_the_table_by_itself(release, is_closed, has_attempts_left, shown):
    for row, name in enumerate(("show_marks", "show_reasons", "show_answers")):
        others = {other: "never" for other in OWN if other.startswith("show_")}
        rules = Rules(**({"review": "own"} | others | {name: release}))
        review = review_of(rules, is_closed=is_closed, has_attempts_left=has_attempts_left)
        assert review == Review(*(shown and place == row for place in range(3)))


def test_a_test_of_reflections_is_passed_by_handing_it_in_and_shows_no_percent(signed_in, front, publish):
    page = QuizPage(title="Т", slug="t", locale=front.locale, body=json.dumps([reflection()]))
    publish(front.add_child(instance=page))
    for _attempt in range(2):
        signed_in.post("/ru/t/", {"do": "start"})
        signed_in.post("/ru/t/", {"do": "finish"})
    said = words(signed_in.get("/ru/t/"))
    assert "Пройден" in said
    assert "Не пройден" not in said
    assert "В этом тесте баллы не ставятся." in said
    assert "%" not in said
    assert said.count("сдана") == 2
    assert all(attempt.is_passed for attempt in Attempt.objects.all())


def test_the_table_says_nothing_where_a_preset_is_chosen():
    assert not waits_for_the_close(Rules(review="test", show_marks="closed"))
    assert waits_for_the_close(Rules(review="own", show_marks="closed"))
    assert waits_for_the_close(Rules(review="exam"))


@pytest.fixture
def answered(signed_in, quiz, ruled):  # noqa: F811
    """Take the test under rules, the first question wrongly, the second not at all, and return what is read then."""

    def answered(**rules):
        ruled(**rules)
        first, _second = quiz.get_items()
        signed_in.post("/ru/test/", {"do": "start"})
        posted = form_of(quiz, **{field(first): distractor_of(first)}) | {"do": "finish"}
        return signed_in.post("/ru/test/", posted, follow=True).content.decode()

    return answered


def test_a_new_test_shows_marks_and_reasons_and_keeps_the_answers_for_the_next_attempt(answered):
    html = answered()
    assert "Ваш результат: 0\xa0%" in html
    assert REASON in html
    assert RIGHT not in html


def test_the_right_answers_come_with_the_last_attempt(answered):
    assert RIGHT not in answered(attempt_limit=2)
    html = answered(attempt_limit=2)
    assert html.count(RIGHT) == 2
    assert "клавиатура" in html


def test_a_right_answer_needs_no_other_beside_it(signed_in, quiz, answered):
    html = answered(**OWN)
    assert html.count(RIGHT) == 2
    second = quiz.get_items()[1]
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", form_of(quiz, **{field(second): "клавиатура"}) | {"do": "finish"})
    assert read(signed_in).count(RIGHT) == 1


def test_an_exam_tells_the_rest_when_it_has_closed(signed_in, answered, ruled):  # noqa: F811
    html = answered(review="exam", closes_at=timezone.now() + timedelta(hours=1))
    assert "Ваш результат: 0\xa0%" in html
    assert REASON not in html
    assert RIGHT not in html
    ruled(closes_at=timezone.now())
    html = read(signed_in)
    assert REASON in html
    assert RIGHT in html


def test_where_marks_are_held_back_nothing_gives_them_away(signed_in, answered):
    html = answered(
        **(OWN | {"show_marks": "closed", "show_reasons": "closed", "show_answers": "closed"}),
        closes_at=timezone.now() + timedelta(hours=1),
    )
    assert "Ваши ответы сданы" in html
    assert "Результат будет здесь после закрытия теста" in html
    for telltale in (
        REASON,
        RIGHT,
        "Ваш результат",
        "Пока не",
        "Посмотрите",
        'data-state="wrong"',
        'data-passed="yes"',
    ):
        assert telltale not in html
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", {"do": "finish"})
    html = read(signed_in)
    assert "сдана" in html
    assert " 0\xa0%" not in html


def test_marks_without_reasons(answered):
    html = answered(**(OWN | {"show_reasons": "never", "show_answers": "never"}))
    assert 'data-state="wrong"' in html
    assert 'class="verdict"' in html
    assert REASON not in html


def test_the_editor_asks_for_the_close_that_an_exam_waits_for(quiz):
    quiz.review = "exam"
    with pytest.raises(ValidationError, match="closes_at"):
        quiz.full_clean()


def test_a_test_that_is_running_tells_nothing_whatever_the_rules(signed_in, quiz, ruled):  # noqa: F811
    ruled(**OWN)
    signed_in.post("/ru/test/", {"do": "start"})
    first = quiz.get_items()[0]
    signed_in.post("/ru/test/", form_of(quiz, **{field(first): distractor_of(first)}) | {"do": "save"})
    html = read(signed_in)
    assert Attempt.objects.get().is_open
    assert REASON not in html
    assert RIGHT not in html
