"""Questions as text in the admin: a teacher pastes, looks, adds to the draft, and takes them out again."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quizzes.models import QuizPage
from tests.quizzes.builders import translate

AIKEN = "Где хранят файлы?\nA. В папке\nB. В мыши\nANSWER: A\n"
MIXED = "Кто? {=Абай ~Никто}\n\nПросто текст.\n\nСтранно {=a ~a}"


@pytest.fixture
def desk(staff, quiz):
    """A teacher of the test at the admin, in Russian."""
    return seat(staff("сауле", quiz))


def seat(person):
    client = Client()
    client.force_login(person)
    client.cookies["django_language"] = "ru"
    return client


def address(page):
    return reverse("lifelong_formats:text", args=[page.pk])


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def stems(page):
    """Return the stems of the questions in the draft."""
    draft = QuizPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [child.value["stem"] for child in draft.body]


def test_pasted_questions_are_shown_before_anything_is_written(desk, quiz):
    before = stems(quiz)
    page = soup(desk.post(address(quiz), {"text": AIKEN, "do": "look"}))
    found = page.select_one(".formats-found")
    assert "Можно добавить 1 вопрос (Aiken)" in found.get_text()
    assert found.select_one(".formats-stem").get_text() == "Где хранят файлы?"
    assert page.find("textarea").get_text().strip() == AIKEN.strip()
    assert stems(quiz) == before


def test_the_button_adds_them_to_the_draft_and_learners_see_nothing_yet(desk, quiz):
    live = [item.id for item in quiz.get_items()]
    before = stems(quiz)
    response = desk.post(address(quiz), {"text": AIKEN, "do": "add"})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    assert stems(quiz) == [*before, "Где хранят файлы?"]
    assert [item.id for item in QuizPage.objects.get(pk=quiz.pk).get_items()] == live


def test_added_questions_can_be_published_and_asked(desk, quiz, publish):
    desk.post(address(quiz), {"text": MIXED, "do": "add"})
    published = publish(QuizPage.objects.get(pk=quiz.pk).get_latest_revision_as_object())
    item = published.get_items()[-1]
    assert item.say("stem", "ru").text == "Кто?"
    assert len(item.rules["options"]) == 2


def test_what_is_left_out_is_told_by_its_line(desk, quiz):
    troubles = soup(desk.post(address(quiz), {"text": MIXED, "do": "look"})).select(
        ".formats-found > ul > li"
    )
    words = [" ".join(trouble.get_text().split()) for trouble in troubles]
    assert words == [
        "Строка 3, не войдёт: Ответов в скобках { } нет: это текст, а не вопрос.",
        "Строка 5, не войдёт: Два варианта совпадают.",
    ]


def test_a_file_is_read_and_stays_in_the_form(desk, quiz):
    sent = SimpleUploadedFile("voprosy.txt", AIKEN.encode("cp1251"))
    page = soup(desk.post(address(quiz), {"file": sent, "do": "look"}))
    assert page.find("textarea").get_text().strip() == AIKEN.strip()
    assert page.select_one(".formats-found")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": ""}, "Вставьте сюда вопросы или выберите файл."),
        ({"text": "Просто текст"}, "Ответов в скобках { } нет, значит, это не файл GIFT."),
        (
            {"text": "Q {=a ~b}", "name": "aiken"},
            "Ни одна строка не начинается с ANSWER:, значит, это не файл Aiken.",
        ),
        (
            {"file": SimpleUploadedFile("x.txt", b"PK\x03\x04\x00\x00")},
            "Это не текст, значит, вопросов в файле нет.",
        ),
    ],
)
def test_what_is_no_file_of_questions_is_refused_and_nothing_is_lost(desk, quiz, sent, words):
    before = stems(quiz)
    response = desk.post(address(quiz), {"do": "add", **sent})
    assert response.status_code == 422
    page = soup(response)
    assert words in page.get_text()
    assert page.find("textarea").get_text().strip() == sent.get("text", "")
    assert stems(quiz) == before


def test_questions_of_a_translation_are_those_of_its_source(desk, quiz, kazakh):
    translated = translate(quiz, kazakh)
    response = desk.post(address(translated), {"text": AIKEN, "do": "add"})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[quiz.pk])
    assert stems(quiz)[-1] == "Где хранят файлы?"


def test_the_questions_are_taken_out_with_their_keys(desk, quiz):
    response = desk.get(reverse("lifelong_formats:export", args=[quiz.pk, "gift"]))
    assert response["Content-Disposition"] == 'attachment; filename="test.gift"'
    text = response.content.decode()
    assert "=Меню «Завершение работы»#Почему «Меню «Завершение работы»»" in text
    again = desk.post(address(quiz), {"text": text, "do": "look"})
    assert len(soup(again).select(".formats-stem")) == 2


def test_what_a_file_cannot_hold_is_told_beside_its_button(desk, quiz):
    told = soup(desk.get(address(quiz))).select(".formats-out details li")
    assert [one.get_text() for one in told] == [
        "Вопрос 1: В Aiken нет места для отзывов, пояснений и частей балла.",
        "Вопрос 2: В Aiken нет вопросов этого вида.",
    ]


def test_an_unknown_format_is_not_found(desk, quiz):
    assert (
        desk.get(reverse("lifelong_formats:export", args=[quiz.pk, "docx"]), follow=True).status_code == 404
    )


def test_another_teacher_and_a_learner_get_no_keys(staff, quiz, lesson, learner):
    for person in (staff("берик", lesson), learner):
        for page in (address(quiz), reverse("lifelong_formats:export", args=[quiz.pk, "gift"])):
            response = seat(person).get(page)
            assert response.status_code == 302
            assert not response.content


def test_a_page_without_questions_is_not_found(desk, quiz):
    assert (
        desk.get(reverse("lifelong_formats:text", args=[quiz.get_parent().pk]), follow=True).status_code
        == 404
    )


def test_a_locked_page_stays_as_it_is(desk, quiz, admin_user):
    quiz.locked, quiz.locked_by = True, admin_user
    quiz.save()
    before = stems(quiz)
    desk.post(address(quiz), {"text": AIKEN, "do": "add"})
    assert stems(quiz) == before


def test_the_button_is_on_the_page_of_whoever_may_edit_it(desk, quiz):
    editor = desk.get(reverse("wagtailadmin_pages:edit", args=[quiz.pk]))
    assert address(quiz) in editor.content.decode()
