"""What was chosen for each pair, step, gap, row and place: how many, and their mean result."""

import csv
import json
from decimal import Decimal
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone
from wagtail.users.models import UserProfile

from people.accounts import create_learner
from quizzes.models import Attempt, QuizPage, Response
from tests.quizzes.builders import Reading
from tests.quizzes.screens import words
from tests.quizzes.types.builders import area, gap, gaps, hotspot, matching, matrix, ordering, pair, row

from .test_statistics import address


@pytest.fixture
def quiz(front, publish):
    body = [
        matching(pair("Мышь", "Указывать"), pair("Экран", "=СУММ(A1)"), extras=("Спать",)),
        ordering("Включить", "Войти"),
        gaps("[1] и [2].", gap("экран\nмонитор"), gap("мышь", "chosen", "стол\nстул")),
        matrix(row("Чай у клавиатуры", 2), row("Сухая тряпка", 1)),
        hotspot(area("Пуск", 0, 80, right=True), area("Значок", 0, 0)),
    ]
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(body))
    return publish(front.add_child(instance=page))


@pytest.fixture
def taken(quiz):
    """Return a function by which somebody has taken the test, everything right or everything wrong."""
    pairs, steps, text, table, _place = quiz.get_items()
    (one, two), (extra,) = [pair["id"] for pair in pairs.rules["pairs"]], pairs.rules["extras"]
    first, second = (step["id"] for step in steps.rules["steps"])
    typed, listed = (one["id"] for one in text.rules["gaps"])
    tea, cloth = (row["id"] for row in table.rules["rows"])
    may, may_not = (column["id"] for column in table.rules["columns"])
    right = [
        {"pairs": {one: one, two: two}},
        {"places": {first: 1, second: 2}},
        {"gaps": {typed: " Монитор", listed: f"{listed}:0"}},
        {"rows": {tea: may_not, cloth: may}},
        {"x": "5", "y": "90"},
    ]
    wrong = [
        {"pairs": {one: extra["id"]}},
        {"places": {first: 2, second: 2}},
        {"gaps": {typed: "=1+1", listed: f"{listed}:2"}},
        {"rows": {tea: may}},
        {"x": "99", "y": "99"},
    ]
    items = quiz.get_items()
    version = quiz.get_published_version()

    def taken(login, is_right=True):
        attempt = Attempt.objects.create(
            learner=create_learner(login, None, call_name=login),
            page_key=quiz.translation_key,
            version=version,
            mode="test",
            finished_at=timezone.now(),
            total=5 * is_right,
            maximum=5,
        )
        for item, answer in zip(items, right if is_right else wrong, strict=True):
            Response.objects.create(
                attempt=attempt,
                item_id=item.id,
                item_version_id=item.pk,
                answer=answer,
                fraction=Decimal(is_right),
                language="ru",
                edited_at=attempt.finished_at,
            )

    return taken


@pytest.fixture
def teacher(client, staff, quiz):
    client.force_login(staff("сауле", quiz))
    client.cookies["django_language"] = "ru"
    return client


def drawn(client, quiz):
    """Return {part: {text: (right, count, mean result)}} of each question."""
    found = []
    for question in client.get(address(quiz)).context["questions"]:
        parts = {}
        for one in question["figures"].drawn:
            parts.setdefault(one.part, {})[one.text] = (one.is_right, one.count, one.mean_result)
        found.append(parts)
    return found


def test_every_part_of_an_answer_is_counted(quiz, taken, teacher):
    taken("а")
    taken("б")
    taken("в", is_right=False)
    pairs, steps, text, table, place = drawn(teacher, quiz)
    assert pairs == {
        "Мышь": {"Указывать": (True, 2, 100), "=СУММ(A1)": (False, 0, None), "Спать": (False, 1, 0)},
        "Экран": {"Указывать": (False, 0, None), "=СУММ(A1)": (True, 2, 100), "Спать": (False, 0, None)},
    }
    assert steps == {
        "Включить": {"Место 1": (True, 2, 100), "Место 2": (False, 1, 0)},
        "Войти": {"Место 1": (False, 0, None), "Место 2": (True, 3, Decimal(200) / 3)},
    }
    assert text == {
        "Пропуск 1": {"экран": (True, 0, None), "Монитор": (True, 2, 100), "=1+1": (False, 1, 0)},
        "Пропуск 2": {"мышь": (True, 2, 100), "стол": (False, 0, None), "стул": (False, 1, 0)},
    }
    assert table == {
        "Чай у клавиатуры": {"Можно": (False, 1, 0), "Нельзя": (True, 2, 100)},
        "Сухая тряпка": {"Можно": (True, 2, 100), "Нельзя": (False, 0, None)},
    }
    assert place == {
        "": {"Пуск": (True, 2, 100), "Значок": (False, 0, None), "Любое другое место": (False, 1, 0)}
    }


def test_the_parts_are_folded_and_leave_out_what_nobody_chose(quiz, taken, teacher):
    taken("а")
    html = words(teacher.get(address(quiz)))
    assert html.count("Что выбрали в каждой части") == 4
    folded = html.split("Что выбрали в каждой части")[1].split("</details>")[0]
    assert "Указывать" in folded
    assert "Спать" not in folded


def test_too_few_answers_are_said_to_be_too_few_and_enough_name_the_wrong_pair(quiz, taken, teacher):
    for number in range(19):
        taken(f"у{number}", is_right=False)
    assert words(teacher.get(address(quiz))).count("19 из 20") == 5
    taken("у19", is_right=False)
    advice = teacher.get(address(quiz)).context["questions"][0]["advice"]
    assert any("Мышь — Спать" in sentence and "100" in sentence for sentence in advice)
    assert not any("Никто не выбрал" in sentence for sentence in advice)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("ru", ["№", "Часть вопроса", "Ответ", "Верно", "Выбрали", "Доля, %", "Их средний результат, %"]),
        (
            "kk",
            [
                "№",
                "Сұрақтың бөлігі",
                "Жауап",
                "Дұрыс",
                "Таңдағандар",
                "Үлесі, %",
                "Олардың орташа нәтижесі, %",
            ],
        ),
    ],
)
def test_the_file_holds_every_part_in_the_teacher_s_language(quiz, taken, teacher, language, heads):
    taken("а")
    taken("б", is_right=False)
    profile = UserProfile.get_for_user(get_user_model().objects.get(username="сауле"))
    profile.preferred_language = language
    profile.save()
    text = teacher.get(address(quiz) + "?export=csv").content.decode().removeprefix("\ufeff")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    start = rows.index(heads) + 1
    lines = rows[start : rows.index([], start)]
    assert ["1", "Мышь", "Указывать", "иә" if language == "kk" else "да", "1", "50,00", "100,00"] in lines
    assert len(lines) == 6 + 4 + (3 + 3) + 4 + 3
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert "'=1+1" in [cell for line in lines for cell in line]


def test_answers_to_a_place_or_word_that_is_gone_stop_nothing(quiz, taken, teacher):
    taken("а")
    gone = {"pairs": {"x": "y"}, "places": {"x": 7}, "gaps": {"x": "y"}, "rows": {"x": "y"}, "area": "x"}
    for response in Response.objects.all():
        response.answer = {name: gone[name] for name in gone if name in response.answer} or {"area": "x"}
        response.save()
    assert teacher.get(address(quiz)).status_code == 200


def test_the_parts_cost_no_query_more(quiz, taken, teacher):
    counts = []
    for names in ("аб", "вгдежзик"):
        for name in names:
            taken(name, is_right=name in "авд")
        teacher.get(address(quiz))
        with Reading(connection) as reading:
            teacher.get(address(quiz))
        counts.append(len(reading.statements))
    assert counts[0] == counts[1]
