"""Regrading in the admin: a teacher corrects a key, looks at who gains and who loses, and changes the marks."""

import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client

from people.accounts import create_learner
from quizzes import versions
from quizzes.models import Attempt, MarkChange, QuizPage, Regrade, Response, Submission
from quizzes.regrading import ByKey, ForEverybody, changes_for, regrade

from .builders import Reading, distractor_of, key_of, short_answer, single_choice, translate
from .types.builders import open_text, reflection


@pytest.fixture
def quiz(front, publish):
    """A test of a choice, a short answer, an open text that is worth nothing, and a reflection."""
    body = [single_choice(), short_answer(), open_text(points="0"), reflection()]
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(body), pass_mark=50)
    return publish(front.add_child(instance=page))


@pytest.fixture
def at_desk(staff, quiz):
    """Return a function that seats somebody at the admin, in Russian; by default whoever publishes the test."""

    def at_desk(person=None):
        client = Client()
        client.force_login(person or staff("сауле", quiz, may="publish_page"))
        client.cookies["django_language"] = "ru"
        return client

    return at_desk


@pytest.fixture
def take(quiz):
    """Return a function by which a learner takes the test, choosing the key or the distractor, or nothing."""

    def take(login, chooses=None, types="", finish=True, more=None):
        client = Client()
        client.force_login(create_learner(login, None, call_name=login.title()))
        choice, typed = quiz.get_items()[:2]
        client.post("/ru/test/", {"do": "start"})
        answers = {choice.field_name: chooses(choice)} if chooses else {}
        answers |= {typed.field_name: types} | (more or {})
        client.post("/ru/test/", {"do": "finish" if finish else "save", **answers})
        return client

    return take


@pytest.fixture
def correct(quiz, publish):
    """Return a function by which the teacher corrects the key of the choice: the other option is right."""

    def correct():
        page = QuizPage.objects.get(pk=quiz.pk)
        raw = json.loads(json.dumps(list(page.body.raw_data)))
        for option in raw[0]["value"]["options"]:
            option["value"]["is_key"] = not option["value"]["is_key"]
        page.body = json.dumps(raw)
        return publish(page)

    return correct


def address(quiz, number=None, how=""):
    item = quiz.get_items()[number].id + "/" if number is not None else ""
    return f"/admin/regrade/{quiz.pk}/{item}{how}"


def seen(client, path):
    return client.get(path).context["form"]["seen"].value()


def press(client, path, **more):
    return client.post(path, {"seen": seen(client, path), **more})


def totals():
    return {attempt.learner.username: attempt.total for attempt in Attempt.objects.select_related("learner")}


def words(response):
    return " ".join(response.content.decode().split())


def is_absent(response):
    return response.status_code == 404 or response["Location"].startswith("/ru/admin/")


def is_refused(response):
    return response.status_code == 403 or (response.status_code == 302 and response["Location"] == "/admin/")


def test_the_page_offers_it_once_a_test_was_taken(quiz, at_desk, take):
    client = at_desk()
    edit = f"/admin/pages/{quiz.pk}/edit/"
    assert address(quiz) not in client.get(edit).content.decode()
    take("асель", key_of)
    assert f'href="{address(quiz)}"' in client.get(edit).content.decode()


def test_whoever_may_not_publish_is_not_offered_it(quiz, at_desk, take, staff):
    take("асель", key_of)
    client = at_desk(staff("редактор", quiz))
    assert address(quiz) not in client.get(f"/admin/pages/{quiz.pk}/edit/").content.decode()


def test_the_list_says_where_marks_would_change(quiz, at_desk, take, correct):
    take("асель", key_of, "клавиатура")
    take("болат", distractor_of)
    client = at_desk()
    assert words(client.get(address(quiz))).count("Все баллы верны") == 2
    correct()
    html = words(client.get(address(quiz)))
    assert "Баллов изменится: 2" in html
    assert "Пока ничего" in html
    assert "Чему вы научились?" not in html  # a reflection has no marks


def test_a_dry_run_names_who_loses_and_who_gains_and_changes_nothing(quiz, at_desk, take, correct):
    take("асель", key_of)
    take("болат", distractor_of)
    take("вера", key_of, "клавиатура")
    correct()
    response = at_desk().get(address(quiz, 0))
    html = words(response)
    assert [response.context[name] for name in ("gain", "lose", "pass_now", "pass_no_more")] == [1, 2, 1, 1]
    assert html.index("Асель") < html.index("Вера") < html.index("Болат")
    assert "Вынуть вилку" in html
    assert totals() == {"асель": 1, "болат": 0, "вера": 2}
    assert not Regrade.objects.exists()


def test_one_button_changes_the_marks_and_the_history_says_who_and_when(quiz, at_desk, take, correct):
    take("асель", key_of)
    take("болат", distractor_of)
    correct()
    client = at_desk()
    assert press(client, address(quiz, 0))["Location"] == address(quiz)
    assert totals() == {"асель": 0, "болат": 1}
    made = Regrade.objects.get()
    assert (made.how, made.made_by.username) == ("key", "сауле")
    html = words(client.get(address(quiz)))
    for said in (
        "Проверено заново по верному ответу",
        "Сауле",
        "Баллы изменены в 2 тестах.",
        "Все баллы верны",
    ):
        assert said in html
    html = words(client.get(f"{address(quiz)}history/{made.pk}/"))
    assert "Асель" in html
    assert "Болат" in html


def test_pressing_twice_changes_nothing_more(quiz, at_desk, take, correct):
    take("асель", key_of)
    correct()
    client = at_desk()
    token = seen(client, address(quiz, 0))
    for _ in range(2):
        assert client.post(address(quiz, 0), {"seen": token}).status_code == 302
    assert MarkChange.objects.count() == 1
    assert Regrade.objects.count() == 1
    assert "Ни один балл не изменится" in words(client.get(address(quiz, 0)))


def test_a_key_that_changed_meanwhile_is_looked_at_again(quiz, at_desk, take, correct):
    take("асель", key_of)
    correct()
    client = at_desk()
    token = seen(client, address(quiz, 0))
    correct()
    response = client.post(address(quiz, 0), {"seen": token}, follow=True)
    assert "Вопрос за это время изменили" in words(response)
    assert not Regrade.objects.exists()


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


def test_the_learner_reads_the_new_mark_and_not_the_old_reason(quiz, at_desk, take, correct):
    learner = take("асель", key_of)
    assert "Почему «Меню" in words(learner.get("/ru/test/"))
    correct()
    press(at_desk(), address(quiz, 0))
    html = words(learner.get("/ru/test/"))
    assert "Этот вопрос проверен заново после теста." in html
    assert "Баллы: 0 из 1" in html
    assert "Почему «Меню" not in html


def test_a_teacher_of_another_page_is_refused(quiz, front, publish, at_desk, take, staff):
    take("асель", distractor_of)
    other = publish(front.add_child(instance=QuizPage(title="Другой", slug="other", locale=front.locale)))
    client = at_desk(staff("чужой", other, may="publish_page"))
    for path in (address(quiz), address(quiz, 0), address(quiz, 0, "everybody/")):
        assert is_refused(client.get(path))
    assert is_refused(client.post(address(quiz, 0, "everybody/"), {"reason": "Мне так хочется", "seen": "x"}))
    assert totals() == {"асель": 0}


def test_a_translator_who_publishes_the_kazakh_page_changes_no_marks(quiz, kazakh, at_desk, take, staff):
    translation = translate(quiz, kazakh)
    take("асель", distractor_of)
    client = at_desk(staff("аударма", translation, may="publish_page"))
    assert is_refused(client.get(address(translation)))
    assert address(translation) not in client.get(f"/admin/pages/{translation.pk}/edit/").content.decode()


def test_a_page_without_finished_tests_has_nothing_to_regrade(quiz, lesson, at_desk, take):
    client = at_desk()
    for path in (address(quiz), f"/admin/regrade/{lesson.pk}/", "/admin/regrade/999999/"):
        assert is_absent(client.get(path))


def test_a_history_of_another_page_is_not_shown(quiz, at_desk, take):
    take("асель")
    made = Regrade.objects.create(page_key=quiz.get_items()[0].id, how="key")
    assert is_absent(at_desk().get(f"{address(quiz)}history/{made.pk}/"))


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


def test_a_mark_given_meanwhile_by_another_press_is_not_taken_twice(quiz, take, correct):
    """What was looked at is read again under the lock: an old list of changes is never written."""
    take("асель", key_of)
    correct()
    stale = next(iter(changes_for(ByKey(quiz.translation_key))))
    assert regrade(ByKey(quiz.translation_key)).changed == len(stale) == 1
    assert regrade(ByKey(quiz.translation_key)).changed == 0
    assert [(one.before, one.after) for one in MarkChange.objects.all()] == [(1, 0)]


def many(quiz, count):
    """Finished tests with the distractor chosen, made at once."""
    template = Attempt.objects.get()
    given = template.responses.get(item_id=quiz.get_items()[0].id)
    for number in range(count):
        learner = create_learner(f"учащийся{number}", None, call_name="Айша")
        attempt = Attempt.objects.create(
            learner=learner,
            page_key=template.page_key,
            version=template.version,
            mode=template.mode,
            finished_at=template.finished_at,
            total=template.total,
            maximum=template.maximum,
        )
        Response.objects.create(
            attempt=attempt,
            item_id=given.item_id,
            item_version=given.item_version,
            answer=given.answer,
            language="ru",
            fraction=given.fraction,
            edited_at=given.edited_at,
        )


@pytest.mark.parametrize("how", ["key", "everybody"])
def test_a_batch_costs_the_same_for_one_test_and_for_thirty(quiz, take, correct, how):
    take("асель", distractor_of)
    item_id = quiz.get_items()[0].id
    correct()

    def rule():
        if how == "key":
            return ByKey(quiz.translation_key)
        return ForEverybody(quiz.translation_key, item_id)

    counts = []
    for more in (0, 29):
        many(quiz, more)
        versions._remembered.clear()
        with Reading(connection) as reading:
            regrade(rule())
        counts.append(len(reading.statements))
        Response.objects.update(fraction=0)
        Attempt.objects.update(total=0)
    assert counts[0] == counts[1]
    assert counts[0] < 25


def test_a_press_changes_so_many_tests_and_says_that_there_are_more(
    quiz, at_desk, take, correct, monkeypatch
):
    take("асель", distractor_of)
    many(quiz, 5)
    correct()
    monkeypatch.setattr("quizzes.regrading.views.MOST_AT_ONCE", 2)
    monkeypatch.setattr("quizzes.regrading.changes.changes_for.__defaults__", (2,))
    monkeypatch.setattr("quizzes.regrading.applying.regrade.__defaults__", (None, "", None, 2))
    client = at_desk()
    assert client.get(address(quiz, 0)).context["changed"] == 2
    for left in (4, 2):
        assert press(client, address(quiz, 0))["Location"] == address(quiz, 0)
        assert Attempt.objects.filter(total=0).count() == left
    press(client, address(quiz, 0))
    assert set(totals().values()) == {Decimal(1)}


def test_the_screens_cost_the_same_for_one_test_and_for_thirty(quiz, at_desk, take, correct):
    take("асель", distractor_of)
    correct()
    client = at_desk()
    counts = []
    for more in (0, 29):
        many(quiz, more)
        for path in (address(quiz), address(quiz, 0)):
            client.get(path)
            with Reading(connection) as reading:
                client.get(path)
            counts.append(len(reading.statements))
    assert counts[:2] == counts[2:]
