"""The checks in the page editor: a draft may be unfinished, what learners see may not, and every finding leads to its block."""

import json

import pytest
from django.db import connection
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from lessons.models import LessonPage
from quizzes import registry
from quizzes.checking.page import check
from quizzes.models import QuizPage

from .builders import Reading, new_id, short_answer, single_choice, translate
from .types.builders import gaps, matching, multiple_choice, numerical, pair

EMPTY = [kind.name for kind in registry.all_types()]


@pytest.fixture
def quiz_of(front, publish):
    """Return a function that publishes a test of the given questions."""

    def quiz_of(*questions, live=True):
        page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(questions), live=live)
        front.add_child(instance=page)
        if live:
            return publish(page)
        page.save_revision()
        return page

    return quiz_of


@pytest.fixture
def editor(client, staff, front):
    client.force_login(staff("сауле", front, may="publish_page"))
    client.cookies["django_language"] = "ru"
    return client


def findings(page):
    return [(one.number, finding) for one in check(page) for finding in one.findings]


def without_key():
    question = single_choice()
    for option in question["value"]["options"]:
        option["value"]["is_key"] = False
    return question


def address(page):
    return f"/admin/pages/{page.pk}/edit/"


def stored(question, **more):
    """Return what a browser sends for a page of one single choice."""
    options = question["value"]["options"]
    sent = {
        "title": "Тест",
        "slug": "test",
        "pass_mark": "80",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "single_choice",
        "body-0-id": question["id"],
        "body-0-value-stem": question["value"]["stem"],
        "body-0-value-explanation": "",
        "body-0-value-points": "1",
        "body-0-value-options-count": str(len(options)),
        "body-0-value-hints-count": "0",
        "body-0-value-tags": "",
        "body-0-value-difficulty": "",
        "draws-count": "0",
    }
    for number, option in enumerate(options):
        path = f"body-0-value-options-{number}"
        sent |= {f"{path}-deleted": "", f"{path}-order": str(number), f"{path}-id": option["id"]}
        sent |= {
            f"{path}-value-{name}": option["value"][name] or "" for name in ("text", "feedback", "percent")
        }
        if option["value"]["is_key"]:
            sent[f"{path}-value-is_key"] = "on"
    return sent | more


def send(client, page, sent):
    """Post what the editor shows, with `sent` in the place of its fields."""
    form = client.get(address(page)).context["form"]
    kept = {
        name: "" if form[name].value() is None else form[name].value()
        for name in form.fields
        if name != "body"
    }
    kept = {name: value for name, value in kept.items() if isinstance(value, (str, int))}
    return client.post(address(page), kept | {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0} | sent)


def test_a_question_without_a_key_is_an_error_at_its_block(quiz_of):
    question = without_key()
    (number, finding), *others = findings(quiz_of(short_answer(), question, live=False))
    assert not others
    assert (number, finding.is_error, finding.block_id) == (2, True, question["id"])
    assert finding.sentence == "Варианты ответа: Отметьте «Это правильный ответ» ровно у одного варианта."


def test_an_empty_field_is_named_with_its_label_at_its_own_block(quiz_of):
    question = single_choice()
    option = question["value"]["options"][1]
    option["value"]["text"] = ""
    ((_, finding),) = findings(quiz_of(question, live=False))
    assert finding.block_id == option["id"]
    assert finding.sentence == "Вариант ответа: Обязательное поле."


def test_a_warning_leads_to_the_very_option(quiz_of):
    question = single_choice()
    wrong = question["value"]["options"][0]
    wrong["value"]["feedback"] = ""
    ((_, finding),) = findings(quiz_of(question))
    assert not finding.is_error
    assert finding.anchor == f"#block-{wrong['id']}-section"


def test_two_questions_with_one_id_are_named(quiz_of):
    question = single_choice()
    page = quiz_of(live=False)
    page.body = json.dumps([question, question])
    assert [(number, finding.block_id) for number, finding in findings(page)] == [(2, question["id"])]


def test_two_options_with_one_id_are_named(quiz_of):
    question = single_choice()
    first, second = question["value"]["options"]
    second["id"] = first["id"]
    page = quiz_of(live=False)
    page.body = json.dumps([question])
    assert [finding.block_id for _, finding in findings(page)] == [first["id"]]


def test_a_picture_that_nobody_can_hear_is_named(quiz_of, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    image = get_image_model().objects.create(title="Мышь", file=get_test_image_file())
    silent, other = pair("Мышь", "Указывать", image=image.pk), pair("Экран", "Смотреть")
    page = quiz_of(live=False)
    page.body = json.dumps([matching(silent, other)])
    ((_, finding),) = findings(page)
    assert finding.is_error
    silent["picture"]["decorative"] = True
    page.body = json.dumps([matching(silent, other)])
    assert not findings(page)


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_draft_of_any_type_can_be_saved_looked_at_and_checked(kind, quiz_of, editor):
    block = registry.get(kind).block()
    question = {"type": kind, "id": new_id(), "value": block.get_prep_value(block.get_default())}
    stream = QuizPage._meta.get_field("body").stream_block
    stream.clean_deferred(stream.to_python([question]))  # a draft is not refused
    page = quiz_of(live=False)
    page.body = json.dumps([question], default=str)
    page.save_revision()
    assert all(finding.is_error for _, finding in findings(page.get_latest_revision_as_object()))
    assert findings(page)
    html = editor.get(address(page)).content.decode()
    assert "Исправьте до публикации" in html
    request = editor.get("/").wsgi_request
    assert page.make_preview_request(request, "").status_code == 200


def test_a_draft_without_a_key_is_saved_and_the_panel_says_so(quiz_of, editor):
    page = quiz_of(single_choice(), live=False)
    question = without_key()
    assert send(editor, page, stored(question)).status_code == 302
    html = editor.get(address(page)).content.decode()
    assert "Исправьте до публикации" in html
    assert f'href="#block-{question["id"]}-section"' in html


def test_publishing_without_a_key_is_refused_at_the_field_and_what_was_typed_stays(quiz_of, editor):
    page = quiz_of(single_choice(), live=False)
    question = without_key()
    question["value"]["stem"] = "Только что набрано"
    response = send(editor, page, stored(question, **{"action-publish": "1"}))
    assert response.status_code == 200
    form = response.context["form"]
    assert form["body"].value()[0].value["stem"] == "Только что набрано"
    assert form.errors["body"].as_data()[0].block_errors[0].block_errors.keys() == {"options"}
    assert not QuizPage.objects.get(pk=page.pk).live


def test_publishing_with_warnings_goes_on_and_says_how_many(quiz_of, editor):
    question = single_choice()
    question["value"]["options"][0]["value"]["feedback"] = ""
    page = quiz_of(question, live=False)
    response = send(editor, page, stored(question, **{"action-publish": "1"}))
    assert response.status_code == 302
    assert QuizPage.objects.get(pk=page.pk).live
    assert "Посмотрите на 1 вопрос." in editor.get(response["Location"]).content.decode()


def test_a_page_that_is_ready_says_so(quiz_of, editor):
    assert "Замечаний к вопросам нет." in editor.get(address(quiz_of(single_choice()))).content.decode()


def test_a_lesson_without_questions_says_so(front, publish, editor):
    lesson = publish(front.add_child(instance=LessonPage(title="Урок", slug="urok", locale=front.locale)))
    assert "Вопросов пока нет." in editor.get(address(lesson)).content.decode()


def test_many_pages_are_not_published_at_once_while_a_question_cannot_be_marked(quiz_of, editor):
    page = quiz_of(single_choice(), live=False)
    page.body = json.dumps([without_key()])
    page.save_revision()
    many = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/pages/"
    response = editor.post(many)
    assert response["Location"] == "/admin/pages/"
    assert "Ничего не опубликовано" in editor.get("/admin/pages/", follow=True).content.decode()
    assert not QuizPage.objects.get(pk=page.pk).live
    page.body = json.dumps([single_choice()])
    page.save_revision()
    editor.post(many)
    assert QuizPage.objects.get(pk=page.pk).live


def test_the_panel_is_renewed_for_whoever_may_edit_and_for_nobody_else(
    quiz_of, editor, client, staff, front, publish
):
    page = quiz_of(without_key(), live=False)
    fragment = f"/admin/question-checks/{page.pk}/"
    html = editor.get(fragment).content.decode()
    assert "Исправьте до публикации" in html
    assert "<html" not in html
    assert editor.post(fragment).status_code == 405
    other = publish(front.add_child(instance=QuizPage(title="Другой", slug="other", locale=front.locale)))
    client.force_login(staff("чужой", other, may="publish_page"))
    assert client.get(fragment)["Location"] == "/admin/"
    assert client.get("/admin/question-checks/999999/").status_code in (302, 404)


def test_a_translation_has_no_checks_of_its_own(quiz_of, kazakh, editor):
    question = single_choice()
    question["value"]["options"][0]["value"]["feedback"] = ""
    translation = translate(quiz_of(question), kazakh)
    assert "question-checks" not in editor.get(address(translation)).content.decode()


def test_a_translation_in_which_two_options_are_one_is_told_to_the_author(quiz_of, kazakh):
    question = single_choice(right="Мышь", wrong="Тачпад")
    page = quiz_of(question)
    translate(page, kazakh, {"Мышь": "Тінтуір", "Тачпад": "тінтуір"})
    ((_, finding),) = findings(page)
    assert "читаются одинаково: «Тінтуір»" in finding.sentence


def test_checking_costs_the_same_for_one_question_and_for_twenty(quiz_of):
    page = quiz_of(live=False)
    counts = []
    for number in (1, 20):
        page.body = json.dumps(
            [*[single_choice() for _ in range(number)], multiple_choice(), numerical(), gaps()]
        )
        with Reading(connection) as reading:
            check(page)
        counts.append(len(reading.statements))
    assert counts == [1, 1]
