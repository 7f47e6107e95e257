"""Another attempt may ask only what was not right the last time. What was right is not lost."""

import json

import pytest

from quizzes.models import Attempt, QuizPage
from quizzes.regrading import ByKey, regrade

from .builders import distractor_of, key_of, short_answer, single_choice
from .types.builders import open_text, reflection

STEMS = ("Первый", "Второй", "Третий")


@pytest.fixture
def quiz(front, publish):
    body = json.dumps([single_choice(stem=stem) for stem in STEMS])
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=body, retake="wrong", pass_mark=100)
    return publish(front.add_child(instance=page))


def asked(response):
    return [stem for stem in STEMS if stem in response.content.decode()]


def answer(browser, quiz, *right):
    """Start and hand in; the numbered questions are answered right, the others wrong."""
    browser.post("/ru/test/", {"do": "start"})
    seen = asked(browser.get("/ru/test/"))
    form = {
        item.field_name: key_of(item) if number in right else distractor_of(item)
        for number, item in enumerate(quiz.get_items())
    }
    browser.post("/ru/test/", {"do": "finish", **form})
    return seen


def latest():
    return Attempt.objects.order_by("started_at").last()


def test_the_second_attempt_asks_what_was_wrong_and_counts_everything(signed_in, quiz):
    assert answer(signed_in, quiz, 0) == list(STEMS)
    assert answer(signed_in, quiz, 1) == ["Второй", "Третий"]
    assert (latest().total, latest().maximum) == (2, 3)
    assert answer(signed_in, quiz, 2) == ["Третий"]
    assert latest().is_passed


def test_the_result_shows_all_questions_again(signed_in, quiz):
    answer(signed_in, quiz, 0, 1)
    answer(signed_in, quiz, 2)
    assert asked(signed_in.get("/ru/test/")) == list(STEMS)


def test_what_was_right_cannot_be_spoilt(signed_in, quiz):
    answer(signed_in, quiz, 0)
    answer(signed_in, quiz)
    carried = latest().responses.get(item_id=quiz.get_items()[0].id)
    assert (carried.fraction, latest().total) == (1, 1)


def test_after_everything_was_right_everything_is_asked_again(signed_in, quiz):
    answer(signed_in, quiz, 0, 1, 2)
    assert answer(signed_in, quiz) == list(STEMS)
    assert latest().total == 0


def test_after_everything_was_wrong_everything_is_asked_again(signed_in, quiz):
    answer(signed_in, quiz)
    assert answer(signed_in, quiz, 0) == list(STEMS)


def test_a_question_that_was_changed_is_asked_again(signed_in, quiz, publish):
    answer(signed_in, quiz, 0, 1)
    body = quiz.body.stream_block.get_prep_value(quiz.body)
    body[0]["value"]["options"][0]["value"]["is_key"] = True
    body[0]["value"]["options"][1]["value"]["is_key"] = False
    quiz.body = json.dumps(body)
    quiz = publish(quiz)
    assert answer(signed_in, quiz, 0, 2) == ["Первый", "Третий"]
    assert latest().is_passed


def test_when_the_one_that_was_wrong_is_gone_everything_is_asked_again(signed_in, quiz, publish):
    answer(signed_in, quiz, 0, 1)
    quiz.body = json.dumps(quiz.body.stream_block.get_prep_value(quiz.body)[:2])
    quiz = publish(quiz)
    assert answer(signed_in, quiz, 0, 1) == ["Первый", "Второй"]
    assert latest().is_passed


def test_where_the_teacher_wants_it_everything_is_asked_again(signed_in, quiz, publish):
    quiz.retake = "all"
    quiz = publish(quiz)
    answer(signed_in, quiz, 0, 1)
    assert answer(signed_in, quiz, 2) == list(STEMS)
    assert latest().total == 1


def test_a_corrected_key_changes_what_was_carried_over_too(signed_in, quiz, publish, admin_user):
    answer(signed_in, quiz, 0, 1)
    answer(signed_in, quiz, 2)
    assert latest().total == 3
    body = quiz.body.stream_block.get_prep_value(quiz.body)
    body[0]["value"]["options"][0]["value"]["is_key"] = True
    body[0]["value"]["options"][1]["value"]["is_key"] = False
    quiz.body = json.dumps(body)
    quiz = publish(quiz)
    regrade(ByKey(quiz.translation_key, quiz.get_items()[0].id), admin_user)
    assert [attempt.total for attempt in Attempt.objects.order_by("started_at")] == [1, 2]


def test_a_marked_text_is_carried_over_without_going_to_the_teacher_again(signed_in, front, publish):
    body = json.dumps([open_text(stem="Первый"), short_answer(stem="Второй")])
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=body, retake="wrong")
    quiz = publish(front.add_child(instance=page))
    text, word = quiz.get_items()
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post("/ru/test/", {"do": "finish", text.field_name: "Сад", word.field_name: "нет"})
    response = latest().responses.get(item_id=text.id)
    response.submissions.update(is_waiting=False)
    type(response).objects.filter(pk=response.pk).update(fraction=1)
    signed_in.post("/ru/test/", {"do": "start"})
    assert asked(signed_in.get("/ru/test/")) == ["Второй"]
    signed_in.post("/ru/test/", {"do": "finish", word.field_name: "клавиатура"})
    assert (latest().total, latest().is_waiting) == (2, False)
    assert not latest().responses.filter(submissions__is_waiting=True).exists()


@pytest.fixture
def beside(front, publish):
    """Return a function that makes a test of a choice and something else, of which only what was wrong is retaken."""

    def beside(other):
        body = json.dumps([single_choice(stem="Первый"), other])
        page = QuizPage(title="Тест", slug="test", locale=front.locale, body=body, retake="wrong")
        return publish(front.add_child(instance=page))

    return beside


def take(browser, quiz, other, chooses=key_of):
    browser.post("/ru/test/", {"do": "start"})
    choice, beside = quiz.get_items()
    form = {choice.field_name: chooses(choice), beside.field_name: other}
    browser.post("/ru/test/", {"do": "finish", **form})


def asked_next(browser):
    browser.post("/ru/test/", {"do": "start"})
    return asked(browser.get("/ru/test/"))


@pytest.mark.parametrize("thought", ["Многому", ""])
def test_a_reflection_alone_is_no_reason_to_ask_again(signed_in, beside, thought):
    quiz = beside(reflection(stem="Второй"))
    take(signed_in, quiz, thought)
    assert asked_next(signed_in) == ["Первый", "Второй"]


def test_a_reflection_that_was_written_is_kept_and_not_asked_again(signed_in, beside):
    quiz = beside(reflection(stem="Второй"))
    take(signed_in, quiz, "Многому", distractor_of)
    assert asked_next(signed_in) == ["Первый"]
    signed_in.post("/ru/test/", {"do": "finish"})
    assert latest().responses.get(item_id=quiz.get_items()[1].id).answer == {"text": "Многому"}


def test_a_question_worth_nothing_is_no_reason_to_ask_again(signed_in, beside):
    quiz = beside(short_answer(stem="Второй", points="0"))
    take(signed_in, quiz, "мышь")
    assert asked_next(signed_in) == ["Первый", "Второй"]


def test_a_text_that_waits_for_its_mark_is_not_asked_again_and_waits_in_the_new_attempt_too(
    signed_in, beside
):
    quiz = beside(open_text(stem="Второй"))
    take(signed_in, quiz, "Сад", distractor_of)
    assert asked_next(signed_in) == ["Первый"]
    choice, text = quiz.get_items()
    signed_in.post("/ru/test/", {"do": "finish", choice.field_name: key_of(choice)})
    waiting = latest().responses.get(item_id=text.id)
    assert waiting.answer == {"text": "Сад"}
    assert waiting.submissions.get().is_waiting


def test_a_text_that_waits_is_not_wrong(signed_in, beside):
    take(signed_in, beside(open_text(stem="Второй")), "Сад")
    assert asked_next(signed_in) == ["Первый", "Второй"]


def test_a_text_that_was_given_back_is_asked_again(signed_in, beside):
    quiz = beside(open_text(stem="Второй"))
    take(signed_in, quiz, "Сад")
    latest().responses.get(item_id=quiz.get_items()[1].id).submissions.update(is_waiting=False)
    assert asked_next(signed_in) == ["Второй"]
