"""What was asked stands, whatever a teacher or a translator does afterwards."""

import json

from quizzes.freezing import freeze
from quizzes.models import ItemVersion, ItemWording, QuizPage, QuizVersion

from .builders import short_answer, single_choice, translate


def with_first(page, publish, **changes):
    """Publish the page with changes to its first question's value."""
    raw = json.loads(json.dumps(list(page.body.raw_data)))
    question = next(block for block in raw if block["type"] == "single_choice")
    question["value"].update(changes)
    page.body = json.dumps(raw)
    return publish(page)


def test_publishing_freezes_what_is_asked(quiz):
    assert QuizVersion.objects.count() == 1
    assert ItemVersion.objects.count() == 2


def test_publishing_again_makes_nothing_new(quiz, publish):
    publish(quiz)
    assert (QuizVersion.objects.count(), ItemVersion.objects.count()) == (1, 2)


def test_a_changed_stem_makes_a_version_of_that_item_only(quiz, publish):
    with_first(quiz, publish, stem="Как безопасно выключить компьютер?")
    assert (QuizVersion.objects.count(), ItemVersion.objects.count()) == (2, 3)


def test_an_edit_taken_back_is_the_old_version_again(quiz, publish):
    first = freeze(quiz)[0]
    stem = quiz.get_items()[0].content["words"]["stem"]
    quiz = with_first(quiz, publish, stem="Иначе?")
    quiz = with_first(quiz, publish, stem=stem)
    assert freeze(quiz)[0] == first


def test_points_written_differently_are_the_same_item(quiz, publish):
    with_first(quiz, publish, points="1.000")
    assert ItemVersion.objects.count() == 2


def test_a_pure_translation_makes_no_version(quiz, kazakh, publish):
    translate(quiz, kazakh, {"Как выключить компьютер?": "Компьютерді қалай өшіреді?"})
    assert QuizVersion.objects.count() == 1
    assert quiz.get_items()[0].say("stem", "kk").text == "Компьютерді қалай өшіреді?"
    translate(quiz, kazakh, {"Как выключить компьютер?": "Компьютерді қалай сөндіреді?"})
    assert QuizVersion.objects.count() == 1
    assert quiz.get_items()[0].say("stem", "kk").text == "Компьютерді қалай сөндіреді?"
    assert ItemWording.objects.filter(language="kk").count() == 2


def test_an_accepted_spelling_in_kazakh_is_part_of_the_key(quiz, kazakh):
    translate(quiz, kazakh, {"клавиатура": "пернетақта\nклавиатура"})
    item = quiz.get_items()[1]
    assert QuizVersion.objects.count() == 2
    assert item.mark({"text": "пернетакта"}, "kk").fraction == 1
    assert item.mark({"text": "пернетақта"}, "ru").fraction == 0


def test_old_words_never_stand_for_a_new_stem(quiz, kazakh, publish):
    translate(quiz, kazakh, {"Как выключить компьютер?": "Компьютерді қалай өшіреді?"})
    quiz = with_first(quiz, publish, stem="Как НЕ надо выключать компьютер?")
    said = quiz.get_items()[0].say("stem", "kk")
    assert (said.text, said.language) == ("Как НЕ надо выключать компьютер?", "ru")


def test_a_page_without_questions_freezes_to_nothing(lesson, publish):
    lesson.body = json.dumps([])
    assert publish(lesson).get_items() == []


def test_order_is_part_of_the_quiz_and_not_of_the_items(quiz, publish):
    quiz.body = json.dumps(list(reversed(list(quiz.body.raw_data))))
    publish(quiz)
    assert (QuizVersion.objects.count(), ItemVersion.objects.count()) == (2, 2)


def test_a_kazakh_page_freezes_in_kazakh(front, kazakh, publish):
    home = front.get_translation(kazakh)
    body = json.dumps([single_choice("Қалай өшіреді?"), short_answer("Немен жазады?", "қалам")])
    page = publish(home.add_child(instance=QuizPage(title="Сынақ", slug="synaq", locale=kazakh, body=body)))
    assert page.get_items()[0].source_language == "kk"
