"""A teacher corrects a key, looks at who gains and who loses, and changes the marks."""

import json
from decimal import Decimal

from django.test import Client

from people.accounts import create_learner
from quizzes.models import MarkChange, QuizPage, Regrade
from quizzes.regrading import ByKey, changes_for, regrade

from ..builders import _members, distractor_of, key_of, single_choice
from ..screens import words
from .desk import address, press, seen, totals


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


def test_what_a_hint_has_cost_is_no_change(front, publish, staff, at_desk):
    """The second try of three was right, which earned two thirds, under the key that still stands."""
    hints = _members([{"text": "Подумайте."}, {"text": "Оно внизу слева."}])
    rules = {"title": "Тест", "slug": "hinted", "mode": "checked"}
    body = json.dumps([single_choice(hints=hints)])
    quiz = publish(front.add_child(instance=QuizPage(locale=front.locale, body=body, **rules)))
    (item,) = quiz.get_items()
    client = Client()
    client.force_login(create_learner("асель", None, call_name="Асель"))
    client.post("/ru/hinted/", {"do": "start"})
    for answer in (distractor_of(item), key_of(item)):
        client.post("/ru/hinted/", {"do": f"check:{item.id}", item.field_name: answer})
    client.post("/ru/hinted/", {"do": "finish"})
    assert totals() == {"асель": Decimal("0.66666667")}
    desk = at_desk(staff("айгүл", quiz, may="publish_page"))
    assert desk.get(address(quiz, 0)).context["changed"] == 0
    assert "Все баллы верны" in words(desk.get(address(quiz)))


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


def test_the_learner_reads_the_new_mark_and_not_the_old_reason(quiz, at_desk, take, correct):
    learner = take("асель", key_of)
    assert "Почему «Меню" in words(learner.get("/ru/test/"))
    correct()
    press(at_desk(), address(quiz, 0))
    html = words(learner.get("/ru/test/"))
    assert "Этот вопрос проверен заново после теста." in html
    assert "Баллы: 0 из 1" in html
    assert "Почему «Меню" not in html


def test_a_mark_given_meanwhile_by_another_press_is_not_taken_twice(quiz, take, correct):
    """What was looked at is read again under the lock: an old list of changes is never written."""
    take("асель", key_of)
    correct()
    stale = next(iter(changes_for(ByKey(quiz.translation_key))))
    assert regrade(ByKey(quiz.translation_key)).changed == len(stale) == 1
    assert regrade(ByKey(quiz.translation_key)).changed == 0
    assert [(one.before, one.after) for one in MarkChange.objects.all()] == [(1, 0)]
