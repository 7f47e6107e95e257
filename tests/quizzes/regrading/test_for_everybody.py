"""A question was bad: everybody has full marks for it, until its key marks it again."""

import json

from quizzes.models import QuizPage, Regrade, Submission
from quizzes.regrading import ByKey, regrade

from ..builders import distractor_of, key_of
from ..screens import is_absent, words
from .desk import address, press, totals


def test_full_marks_for_everybody_need_a_reason_and_reach_who_answered_nothing(quiz, at_desk, take):
    take("асель", key_of)
    take("болат", distractor_of)
    take("вера")
    client = at_desk()
    path = address(quiz, 0, "everybody/")
    assert client.get(path).context["changed"] == 2
    assert press(client, path, reason=" ").status_code == 422
    assert press(client, path, reason="Оба ответа верны").status_code == 302
    assert totals() == {"асель": 1, "болат": 1, "вера": 1}
    assert "Оба ответа верны" in words(client.get(address(quiz)))
    assert "У всех полный балл" in words(client.get(address(quiz)))


def test_what_was_typed_stays_when_the_form_is_refused(quiz, at_desk, take):
    take("асель", distractor_of)
    client, path = at_desk(), address(quiz, 0, "everybody/")
    response = press(client, path, reason="Очень длинно. " * 100)
    assert response.status_code == 422
    assert "Очень длинно. Очень длинно." in words(response)


def test_who_is_still_in_the_test_gets_the_full_marks_too(
    quiz, at_desk, take, django_capture_on_commit_callbacks
):
    take("асель", distractor_of)
    late = take("болат", distractor_of, finish=False)
    press(at_desk(), address(quiz, 0, "everybody/"), reason="Неясный вопрос")
    with django_capture_on_commit_callbacks(execute=True):
        late.post("/ru/test/", {"do": "finish"})
    assert totals() == {"асель": 1, "болат": 1}
    html = words(late.get("/ru/test/"))
    assert "Этот вопрос проверен заново после теста." in html
    assert "Почему не" not in html


def test_a_corrected_question_is_marked_by_its_key_again(quiz, at_desk, take, correct):
    take("асель", distractor_of)
    press(at_desk(), address(quiz, 0, "everybody/"), reason="Неясный вопрос")
    old_key = key_of
    chosen = old_key(quiz.get_items()[0])
    correct()
    take("болат", lambda item: chosen)
    assert totals() == {"асель": 1, "болат": 0}


def test_marking_all_by_the_key_leaves_the_full_marks_of_everybody(quiz, at_desk, take):
    take("асель", distractor_of)
    press(at_desk(), address(quiz, 0, "everybody/"), reason="Неясный вопрос")
    assert regrade(ByKey(quiz.translation_key)).changed == 0


def test_marking_that_question_by_its_key_takes_them_back(quiz, at_desk, take):
    take("асель", distractor_of)
    take("болат")
    client = at_desk()
    press(client, address(quiz, 0, "everybody/"), reason="По ошибке")
    assert client.get(address(quiz, 0)).context["lose"] == 2
    press(client, address(quiz, 0))
    assert totals() == {"асель": 0, "болат": 0}
    assert not Regrade.objects.gifts_on(quiz.translation_key)


def test_an_open_text_that_everybody_has_full_marks_for_waits_no_more(quiz, at_desk, take):
    text = quiz.get_items()[2]
    learner = take("асель", key_of, more={text.field_name: "Сад"})
    assert Submission.objects.waiting().exists()
    client = at_desk()
    press(client, address(quiz, 2, "everybody/"), reason="Задание было неясным")
    assert not Submission.objects.waiting().exists()
    assert "проверен заново" in words(learner.get("/ru/test/"))
    assert is_absent(client.get(address(quiz, 2)))  # no key marks it


def test_a_question_that_is_no_longer_asked_can_still_be_given_to_everybody(quiz, publish, at_desk, take):
    take("асель", distractor_of)
    gone = address(quiz, 0, "everybody/")
    page = QuizPage.objects.get(pk=quiz.pk)
    page.body = json.dumps(list(page.body.raw_data)[1:])
    publish(page)
    client = at_desk()
    assert "Больше не задаётся" in words(client.get(address(quiz)))
    press(client, gone, reason="Вопрос убран")
    assert totals() == {"асель": 1}
