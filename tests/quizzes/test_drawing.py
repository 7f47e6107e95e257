"""Chance chooses the questions: the rule by itself, then a test that a learner takes twice."""

import json
from collections import Counter

import pytest
from django.core.exceptions import ValidationError

from quizzes.drawing import Draw, Labels, draw, shortage
from quizzes.models import Attempt, QuizPage
from quizzes.versions import published_version

from .builders import key_of, single_choice, translate

MOUSE, KEYS = Labels.of("мышь", ""), Labels.of("Клавиатура, буквы", "hard")
POOL = {f"m{number}": MOUSE for number in range(4)} | {f"k{number}": KEYS for number in range(3)}


def test_a_draw_takes_as_many_as_it_says_of_those_that_fit():
    drawn = draw(POOL, [Draw(2, "мышь"), Draw(1, "", "hard")], seed="1")
    assert Counter(name[0] for name in drawn) == {"m": 2, "k": 1}


def test_what_no_draw_fits_is_always_asked():
    assert set(draw(POOL, [Draw(1, "мышь")], seed="1")) >= {"k0", "k1", "k2"}


def test_the_questions_keep_their_order():
    drawn = draw(POOL, [Draw(3, "мышь")], seed="7")
    assert drawn == [name for name in POOL if name in drawn]


def test_the_same_seed_draws_the_same_and_others_differ():
    draws = [Draw(2, "мышь"), Draw(1, "буквы")]
    assert draw(POOL, draws, seed="1") == draw(POOL, draws, seed="1")
    assert len({tuple(draw(POOL, draws, seed=str(seed))) for seed in range(40)}) > 5


def test_every_question_has_its_chance():
    drawn = Counter(name for seed in range(400) for name in draw(POOL, [Draw(1, "мышь")], seed=str(seed)))
    assert all(60 < drawn[f"m{number}"] < 140 for number in range(4))


def test_no_question_comes_twice_where_draws_overlap():
    drawn = draw(POOL, [Draw(2, "буквы"), Draw(1, "клавиатура")], seed="1")
    assert sorted(name for name in drawn if name[0] == "k") == ["k0", "k1", "k2"]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("draws", [[Draw(4), Draw(3, "буквы")], [Draw(3, "буквы"), Draw(4)]])
def test_a_wide_draw_leaves_a_narrow_one_what_it_needs_whichever_comes_first(draws, seed):
    assert shortage(POOL, draws) is None
    assert draw(POOL, draws, seed=str(seed)) == list(POOL)


@pytest.mark.parametrize("seed", range(10))
def test_three_draws_that_share_questions_all_have_their_number(seed):
    labels = {"a": Labels.of("x", ""), "b": Labels.of("x, y", ""), "c": Labels.of("y, z", "")}
    draws = [Draw(1, "y"), Draw(1, "x"), Draw(1, "z")]
    assert draw(labels, draws, seed=str(seed)) == ["a", "b", "c"]
    labels |= {"d": Labels.of("z", "")}
    assert len(draw(labels, draws, seed=str(seed))) == 3


@pytest.mark.parametrize("seed", range(10))
def test_what_was_not_asked_yet_comes_first(seed):
    drawn = draw(POOL, [Draw(2, "мышь")], seed=str(seed), earlier=[{"m0", "m3"}])
    assert {"m1", "m2"} <= set(drawn)


@pytest.mark.parametrize("seed", range(10))
def test_when_all_were_asked_those_asked_least_come_first(seed):
    earlier = [{"m0", "m1"}, {"m2", "m3"}, {"m0", "m2"}]
    assert {"m1", "m3"} <= set(draw(POOL, [Draw(2, "мышь")], seed=str(seed), earlier=earlier))


@pytest.mark.parametrize("seed", range(10))
def test_what_the_learner_can_read_comes_first(seed):
    drawn = draw(POOL, [Draw(2, "мышь")], seed=str(seed), understood={"m0", "m2"})
    assert {"m0", "m2"} <= set(drawn)


def test_labels_are_found_whatever_their_capitals():
    assert Draw(1, "МЫШЬ").fits(MOUSE)
    assert Draw(1, " буквы ").fits(KEYS)
    assert not Draw(1, "буква").fits(KEYS)
    assert not Draw(1, "", "easy").fits(KEYS)
    assert Draw(1).fits(Labels())


def test_a_draw_that_cannot_have_its_number_is_named():
    assert shortage(POOL, [Draw(4, "мышь"), Draw(3, "", "hard")]) is None
    assert shortage(POOL, [Draw(5, "мышь")]) == (Draw(5, "мышь"), 4)
    assert shortage(POOL, [Draw(3, "буквы"), Draw(1, "клавиатура")]) == (Draw(1, "клавиатура"), 0)


def labelled(number, tags):
    return single_choice(stem=f"Задание №{number}", tags=tags, difficulty="")


def draws(*wanted):
    return json.dumps(
        [
            {"type": "draw", "value": {"count": count, "tag": tag, "difficulty": ""}, "id": f"{count}{tag}"}
            for count, tag in wanted
        ]
    )


@pytest.fixture
def test_of_chance(front, publish):
    """A test of one fixed question and four labelled ones, of which two are drawn."""
    body = json.dumps([labelled(0, ""), *(labelled(number, "Мышь") for number in range(1, 5))])
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=body, draws=draws((2, "мышь")))
    return publish(front.add_child(instance=page))


def stems(response):
    content = response.content.decode()
    return {number for number in range(5) if f"Задание №{number}" in content}


def take(browser, quiz, path="/ru/test/"):
    """Take the test, answering everything right. Return what was asked."""
    browser.post(path, {"do": "start"})
    asked = stems(browser.get(path))
    browser.post(path, {"do": "finish", **{item.field_name: key_of(item) for item in quiz.get_items()}})
    return asked


def test_a_learner_is_asked_the_fixed_question_and_two_of_the_others(signed_in, test_of_chance):
    assert "3" in signed_in.get("/ru/test/").content.decode().split("test-facts")[1].split("</div>")[0]
    asked = take(signed_in, test_of_chance)
    assert 0 in asked
    assert len(asked) == 3


def test_only_what_was_asked_counts_and_can_be_answered(signed_in, test_of_chance):
    take(signed_in, test_of_chance)
    attempt = Attempt.objects.get()
    assert (attempt.total, attempt.maximum, attempt.responses.count()) == (3, 3, 3)


def test_the_next_attempt_asks_what_was_not_asked_yet(signed_in, test_of_chance):
    first, second = take(signed_in, test_of_chance), take(signed_in, test_of_chance)
    assert first & second == {0}
    assert first | second == {0, 1, 2, 3, 4}


def test_an_attempt_keeps_its_questions_in_another_language(signed_in, test_of_chance, kazakh):
    translate(test_of_chance, kazakh)
    signed_in.post("/ru/test/", {"do": "start"})
    assert stems(signed_in.get("/kk/test/")) == stems(signed_in.get("/ru/test/"))


def test_a_translation_draws_as_its_source_does(test_of_chance, kazakh):
    translated = translate(test_of_chance, kazakh)
    assert [child.value["tag"] for child in translated.draws] == ["мышь"]


def test_a_label_changes_no_question(test_of_chance, publish):
    before = published_version(test_of_chance.translation_key).items
    body = test_of_chance.body.stream_block.get_prep_value(test_of_chance.body)
    body[0]["value"]["tags"] = "новое"
    test_of_chance.body = json.dumps(body)
    after = published_version(publish(test_of_chance).translation_key)
    test_of_chance.get_items()
    assert after.items == before


def test_a_teacher_is_told_when_there_are_too_few_questions(test_of_chance):
    test_of_chance.draws = draws((5, "мышь"))
    with pytest.raises(ValidationError) as error:
        test_of_chance.full_clean()
    assert error.value.messages == ["мышь: нужно 5, а есть 4 вопроса."]
