"""Writing down one's own thoughts: kept, never marked, and no part of any total."""

import json
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from quizzes.models import Attempt, QuizPage, Response, Submission
from tests.quizzes.builders import key_of, single_choice, translate

from .builders import frozen, reflection
from .test_open_text import posted


@pytest.fixture
def lesson(lesson_with):
    return lesson_with(reflection())


def write(client, lesson, text, verb="save"):
    item = lesson.get_items()[0]
    form = {item.field_name: text, f"version-{item.id}": item.digest, "do": f"{verb}:{item.id}"}
    return client.post("/ru/urok/", form)


def test_thoughts_are_kept_and_come_back(lesson, signed_in):
    write(signed_in, lesson, "Я больше не боюсь мыши.")
    html = signed_in.get("/ru/urok/").content.decode()
    assert "Я больше не боюсь мыши." in html
    assert "Это ваши мысли. Их никто не оценивает." in html


def test_they_count_as_an_answer_in_a_lesson(lesson, signed_in):
    assert "Осталось" in signed_in.get("/ru/urok/").content.decode()
    write(signed_in, lesson, "Я больше не боюсь мыши.")
    assert "Осталось" not in signed_in.get("/ru/urok/").content.decode()


@pytest.mark.parametrize("verb", ["save", "check", "improve"])
def test_nobody_is_asked_to_mark_them(lesson, signed_in, verb):
    write(signed_in, lesson, "Я больше не боюсь мыши.")
    write(signed_in, lesson, "Я больше не боюсь мыши.", verb)
    assert not Submission.objects.exists()
    assert Response.objects.get().fraction is None
    html = signed_in.get("/ru/urok/").content.decode()
    assert 'class="verdict"' not in html


def test_there_is_nothing_to_check(lesson, signed_in):
    html = signed_in.get("/ru/urok/").content.decode()
    assert 'value="check:' not in html
    assert "Проверить" not in html


@pytest.mark.parametrize("text", ["", "Я больше не боюсь мыши."])
def test_a_test_is_the_same_with_and_without_them(front, publish, signed_in, text):
    body = json.dumps([single_choice(), reflection()])
    quiz = publish(
        front.add_child(instance=QuizPage(title="Тест", slug="test", locale=front.locale, body=body))
    )
    choice, thoughts = quiz.get_items()
    assert thoughts.points == 0
    signed_in.post("/ru/test/", {"do": "start"})
    signed_in.post(
        "/ru/test/", {choice.field_name: key_of(choice), thoughts.field_name: text, "do": "finish"}
    )
    attempt = Attempt.objects.get()
    assert (attempt.total, attempt.maximum) == (Decimal(1), Decimal(1))
    html = signed_in.get("/ru/test/").content.decode()
    assert f'data-item="{thoughts.id}" data-state="{"answered" if text else "open"}"' in html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0", "0"),
        ("да", "да"),
        (" с пробелом ", " с пробелом "),
        ("Мен үйрендім: ә ғ қ ң ө ұ ү һ і", "Мен үйрендім: ә ғ қ ң ө ұ ү һ і"),
        ("Мен уйрендим", "Мен уйрендим"),
        ("и\u0306", "и\u0306"),
        ("12,5", "12,5"),
        ("раз\r\nдва\rтри", "раз\nдва\nтри"),
        ("мы\x00сль", "мысль"),
        ("\x1b[31mмысль\x7f", "[31mмысль"),
        ("\u202eьлсым", "\u202eьлсым"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("'; DROP TABLE answers; --", "'; DROP TABLE answers; --"),
        ("{% load x %}", "{% load x %}"),
        ('{"text": "x"}', '{"text": "x"}'),
        ("null", "null"),
        ("🙂", "🙂"),
        ("=1+1", "=1+1"),
        ("\ufffd", "\ufffd"),
        ("отступ\tзнаком", "отступ\tзнаком"),
        ("а" * 20_000, "а" * 20_000),
        ("", None),
        (" \n\t", None),
        ("\u00a0", None),
        ("\x00\x07", None),
    ],
)
def test_thoughts_are_kept_as_they_were_written(text, kept):
    item = frozen("reflection", {"lines": 6})
    assert item.read(posted(text)) == (kept and {"text": kept})
    assert item.mark({"text": text}, "kk").fraction is None


@pytest.mark.parametrize("length", [20_001, 50_000, 100_000])
def test_many_thoughts_are_refused_in_words_and_stay_on_screen(length):
    item = frozen("reflection", {"lines": 6})
    with pytest.raises(ValidationError, match="Текст слишком длинный"):
        item.read(posted("я" * length))
    assert item.type.echo(posted("я" * length), "item-q") == {"text": "я" * length}


def test_a_hundred_kilobytes_of_thoughts_are_refused_in_words(lesson):
    with pytest.raises(ValidationError, match="Текст слишком длинный"):
        lesson.get_items()[0].type.read(posted("мысль " * 20_000), "item-q", {})


def test_the_question_is_translated(lesson, client, kazakh):
    translate(lesson, kazakh, {"Чему вы научились?": "Не үйрендіңіз?"})
    html = client.get("/kk/urok/").content.decode()
    assert "Не үйрендіңіз?" in html
    assert "Бұл — сіздің жеке ойларыңыз. Оларды ешкім бағаламайды." in html
