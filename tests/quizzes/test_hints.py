"""Hints: n of them make n + 1 tries, a wrong one costs a share, and none is seen before it is due."""

import json
from decimal import Decimal

import pytest

from quizzes.items import AskedItem, Item
from quizzes.models import Attempt, QuizPage, Response
from quizzes.rules import Mode, Penalty, Rules
from quizzes.trying import Tries, penalised

from .builders import _members, distractor_of, key_of, short_answer, single_choice, translate
from .test_answering import field, form_of, save_by_script

FIRST, SECOND = "Подумайте о меню.", "Оно внизу слева."
THIRD = Decimal(1) / 3


def hints(*texts):
    return _members([{"text": text} for text in texts])


@pytest.mark.parametrize(
    ("fraction", "tries", "penalty", "left"),
    [
        (1, 0, THIRD, 1),
        (1, 1, THIRD, Decimal("0.66666667")),
        (1, 2, THIRD, Decimal("0.33333333")),
        (1, 3, THIRD, 0),
        (1, 9, THIRD, 0),
        (Decimal("0.5"), 1, THIRD, Decimal("0.16666667")),
        (Decimal("0.25"), 1, THIRD, 0),
        (1, 1, Decimal("0.1"), Decimal("0.9")),
        (1, 5, Decimal(0), 1),
        (0, 2, THIRD, 0),
        (Decimal("-0.5"), 0, THIRD, 0),
        (Decimal("-0.5"), 2, THIRD, 0),
        (None, 2, THIRD, None),
    ],
)
def test_each_wrong_try_takes_its_share_off_and_never_more_than_there_is(fraction, tries, penalty, left):
    assert penalised(fraction, tries, penalty) == left


@pytest.mark.parametrize(("mode", "earned"), [(Mode.TEST, "-0.5"), (Mode.CHECKED, 0), (Mode.PRACTICE, 0)])
def test_a_wrong_option_takes_points_away_only_where_nobody_can_try_again(mode, earned):
    hinted = Item("q", "d", {"type": "single_choice", "points": "1", "rules": {"hints": [{"id": "a"}]}})
    assert Tries(is_lesson=False, rules=Rules(mode=mode)).earned(hinted, Decimal("-0.5"), 0) == Decimal(
        earned
    )


def test_the_shares_are_exact():
    assert [Rules(penalty=penalty).penalty_share for penalty in Penalty] == [
        0,
        Decimal("0.1"),
        Decimal("0.25"),
        THIRD,
        Decimal("0.5"),
        1,
    ]


@pytest.mark.parametrize(
    ("is_lesson", "mode", "number", "allowed"),
    [
        (True, Mode.TEST, 2, None),
        (False, Mode.PRACTICE, 0, None),
        (False, Mode.PRACTICE, 2, 3),
        (False, Mode.CHECKED, 0, 1),
        (False, Mode.CHECKED, 2, 3),
    ],
)
def test_n_hints_make_one_try_more(is_lesson, mode, number, allowed):
    assert Tries(is_lesson, Rules(mode=mode)).allowed(number) == allowed


@pytest.fixture
def hinted(front, publish):
    """A test in which the first question has two hints and the second none."""

    def hinted(mode="checked", **rules):
        body = json.dumps(
            [single_choice(hints=hints(FIRST, SECOND), explanation="Так он цел."), short_answer()]
        )
        rules = {"title": "Тест", "slug": "test", "body": body, "mode": mode} | rules
        return publish(front.add_child(instance=QuizPage(locale=front.locale, **rules)))

    return hinted


@pytest.fixture
def check(signed_in):
    """Answer a question and check it; return what is read then."""

    def check(page, item, answer, path="/ru/test/"):
        posted = form_of(page, **{field(item): answer, "do": f"check:{item.id}"})
        return signed_in.post(path, posted, follow=True).content.decode()

    return check


@pytest.fixture
def begun(signed_in, hinted):
    def begun(**rules):
        page = hinted(**rules)
        signed_in.post("/ru/test/", {"do": "start"})
        return page, *page.get_items()

    return begun


def fraction_of(item):
    return Response.objects.get(item_id=item.id).fraction


def test_no_hint_is_sent_before_a_wrong_try(signed_in, begun):
    begun()
    html = signed_in.get("/ru/test/").content.decode()
    assert FIRST not in html
    assert "check:" in html


def test_hints_come_one_by_one_and_then_the_answer_stands(begun, check):
    page, first, _second = begun()
    html = check(page, first, distractor_of(first))
    assert FIRST in html
    assert SECOND not in html
    assert "Так он цел." not in html  # the explanation would end the search
    check(page, first, key_of(first))
    assert fraction_of(first) == Decimal("0.66666667")


def test_a_right_answer_that_earns_nothing_any_more_is_right(signed_in, begun, check):
    page, first, _second = begun(penalty="1")
    check(page, first, distractor_of(first))
    html = check(page, first, key_of(first))
    assert fraction_of(first) == 0
    assert 'data-state="right"' in html
    assert FIRST in html
    assert SECOND not in html
    save_by_script(signed_in, "/ru/test/", first, distractor_of(first))
    assert Response.objects.get(item_id=first.id).answer == {"option": key_of(first)}


def test_a_second_wrong_answer_brings_the_next_hint_also_where_nothing_can_be_earned(
    front, publish, signed_in, check
):
    body = json.dumps([short_answer(hints=hints(FIRST, SECOND))])
    rules = {"title": "Т", "slug": "t", "mode": "checked", "penalty": "1"}
    page = publish(front.add_child(instance=QuizPage(locale=front.locale, body=body, **rules)))
    item = page.get_items()[0]
    signed_in.post("/ru/t/", {"do": "start"})
    check(page, item, "мышь", "/ru/t/")
    html = check(page, item, "экран", "/ru/t/")
    assert 'data-state="wrong"' in html
    assert SECOND in html


def test_after_the_last_try_nothing_can_be_changed(signed_in, begun, check):
    page, first, _second = begun()
    for answer in (distractor_of(first), key_of(first)):
        html = check(page, first, answer)
    assert 'data-state="right"' in html
    assert html.count("disabled") == 1
    save_by_script(signed_in, "/ru/test/", first, distractor_of(first))
    assert Response.objects.get(item_id=first.id).answer == {"option": key_of(first)}


def test_three_wrong_tries_are_all_there_are(begun, check, signed_in, front, publish):
    body = json.dumps([short_answer(hints=hints(FIRST, SECOND))])
    page = publish(
        front.add_child(
            instance=QuizPage(title="Т", slug="t", locale=front.locale, body=body, mode="checked")
        )
    )
    item = page.get_items()[0]
    signed_in.post("/ru/t/", {"do": "start"})
    for answer in ("мышь", "экран"):
        assert "disabled" not in check(page, item, answer, "/ru/t/")
    html = check(page, item, "провод", "/ru/t/")
    assert FIRST in html
    assert SECOND in html
    assert "disabled" in html
    assert "клавиатура" not in html  # a test keeps its answers until its rules release them
    check(page, item, "клавиатура", "/ru/t/")
    signed_in.post("/ru/t/", {"do": "finish"})
    assert Attempt.objects.get().total == 0


def test_checking_the_same_answer_twice_costs_nothing(begun, check):
    page, first, _second = begun()
    check(page, first, distractor_of(first))
    html = check(page, first, distractor_of(first))
    assert SECOND not in html
    assert Response.objects.get().tries == 0


def test_the_total_counts_the_tries_also_of_an_answer_that_was_not_checked_again(signed_in, begun, check):
    page, first, second = begun()
    check(page, first, distractor_of(first))
    posted = form_of(page, **{field(first): key_of(first), field(second): "клавиатура"}) | {"do": "finish"}
    signed_in.post("/ru/test/", posted)
    assert Attempt.objects.get().total == Decimal("1.66666667")


def test_the_teacher_says_what_a_wrong_try_costs(begun, check):
    page, first, _second = begun(penalty="1/10")
    check(page, first, distractor_of(first))
    check(page, first, key_of(first))
    assert fraction_of(first) == Decimal("0.9")


def test_a_question_without_hints_has_one_try_in_a_test_and_any_number_in_practice(begun, check):
    page, _first, second = begun(mode="practice")
    for answer in ("мышь", "экран", "клавиатура"):
        html = check(page, second, answer)
    assert fraction_of(second) == 1
    assert "disabled" not in html


def test_practice_shows_the_right_answer_when_the_hints_are_used_up(begun, check, front, publish, signed_in):
    body = json.dumps([short_answer(hints=hints(FIRST))])
    page = publish(
        front.add_child(
            instance=QuizPage(title="Т", slug="t", locale=front.locale, body=body, mode="practice")
        )
    )
    item = page.get_items()[0]
    signed_in.post("/ru/t/", {"do": "start"})
    assert "Правильный ответ" not in check(page, item, "мышь", "/ru/t/")
    assert "Правильный ответ" in check(page, item, "экран", "/ru/t/")


def test_a_test_without_checks_tells_nothing(signed_in, begun):
    page, first, _second = begun(mode="test")
    posted = form_of(page, **{field(first): distractor_of(first), "do": f"check:{first.id}"})
    assert signed_in.post("/ru/test/", posted).status_code == 403
    assert "check:" not in signed_in.get("/ru/test/").content.decode()


def test_a_lesson_gives_hints_and_costs_nothing(signed_in, lesson, publish, check):
    raw = json.loads(json.dumps(list(lesson.body.raw_data)))
    raw[2]["value"]["hints"] = hints(FIRST)
    lesson.body = json.dumps(raw)
    lesson = publish(lesson)
    item = lesson.get_items()[1]
    assert FIRST in check(lesson, item, "мышь", "/ru/urok/")
    check(lesson, item, "экран", "/ru/urok/")
    html = check(lesson, item, "клавиатура", "/ru/urok/")
    assert fraction_of(item) == 1
    assert "disabled" not in html


def test_a_hint_is_read_in_the_learners_language(signed_in, begun, kazakh):
    page, first, _second = begun()
    translate(page, kazakh, {"Тест": "Тест", FIRST: "Мәзір туралы ойланыңыз."})
    posted = form_of(page, **{field(first): distractor_of(first), "do": f"check:{first.id}"})
    html = signed_in.post("/kk/test/", posted, follow=True).content.decode()
    assert "Мәзір туралы ойланыңыз." in html
    assert FIRST not in html


def test_a_question_without_hints_keeps_the_digest_it_had_before_there_were_any(quiz):
    assert all("hints" not in item.rules for item in quiz.get_items())
    assert all("keep_last" not in option for option in quiz.get_items()[0].rules["options"])


def asked(seed, *lasts):
    options = [{"id": str(number), "is_key": False, "percent": None} for number in range(8)]
    for number in lasts:
        options[number]["keep_last"] = True
    content = {"type": "single_choice", "rules": {"options": options}, "words": {}, "source_language": "ru"}
    return [option["id"] for option in AskedItem(Item("one", "d", content), "ru", 1, 1, seed=seed).options]


def test_each_attempt_has_its_own_order_of_options_and_keeps_it():
    assert asked("") == [str(number) for number in range(8)]
    assert asked("5") == asked("5")
    assert len({tuple(asked(str(seed))) for seed in range(20)}) > 15
    assert sorted(asked("5")) == asked("")


def test_an_option_that_belongs_at_the_end_stays_there():
    assert {tuple(asked(str(seed), 2)[-1]) for seed in range(20)} == {("2",)}


def test_an_attempt_asks_in_its_own_order_and_numbers_it(signed_in, front, publish):
    body = json.dumps([short_answer(stem=f"Вопрос {number}?") for number in range(8)])
    page = QuizPage(title="Т", slug="t", locale=front.locale, body=body, shuffle_items=True)
    page = publish(front.add_child(instance=page))
    signed_in.post("/ru/t/", {"do": "start"})
    Attempt.objects.update(seed=7)

    def order():
        html = signed_in.get("/ru/t/").content.decode()
        return sorted(range(8), key=lambda number: html.index(f"Вопрос {number}?"))

    first = order()
    assert first == order()
    Attempt.objects.update(seed=8)
    assert order() != first
    assert signed_in.get("/ru/t/").content.decode().count("1 из 8") == 1
