"""A learner does an activity of a lesson; it is kept, and counts in every language."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.utils import translation
from wagtail import hooks

from lessons.activities.doing import read_result
from lessons.models import ActivityRecord, LessonRecord
from quizzes.models import Response
from tests.lessons.builders import mouse_trainer, paragraph
from tests.quizzes.builders import Reading, short_answer, translate

NOT_TICKED = "Выполните упражнение, поставьте отметку и нажмите кнопку."


def done_ids():
    return set(ActivityRecord.objects.values_list("block_id", flat=True))


def words_of(html, selector=".completion"):
    return html.select_one(selector).get_text(" ", strip=True)


def test_whoever_ticks_the_box_did_it_and_reads_so(write, read, signed_in, tick):
    trainer = mouse_trainer()
    write(trainer)
    assert read().select_one(".activity [name=did]")["value"] == trainer["id"]
    tick(trainer["id"])
    record = ActivityRecord.objects.get()
    assert (record.block_id, record.record.learner_id) == (
        trainer["id"],
        LessonRecord.objects.get().learner_id,
    )
    html = read()
    assert not html.select(".activity [name=did]")
    assert "Упражнение выполнено" in words_of(html, ".activity-done")


def test_pressing_without_ticking_says_what_to_do(write, signed_in):
    trainer = mouse_trainer()
    write(trainer)
    response = signed_in.post("/ru/urok/", {"do": f"activity:{trainer['id']}"}, follow=True)
    assert response.redirect_chain[-1][0] == f"/ru/urok/#block-{trainer['id']}"
    assert NOT_TICKED in response.content.decode()
    assert not done_ids()


def test_any_button_of_the_lesson_keeps_the_tick_and_saves_what_was_typed(write, signed_in, tick):
    trainer, question = mouse_trainer(), short_answer()
    page = write(trainer, question)
    (item,) = page.get_items()
    typed = {item.field_name: "мышь", f"version-{item.id}": item.digest, f"was-{item.id}": ""}
    tick(trainer["id"], button=f"check:{item.id}", **typed)
    assert done_ids() == {trainer["id"]}
    assert Response.objects.get().answer == {"text": "мышь"}


def test_the_lesson_says_what_is_left_in_words(write, read, signed_in, tick):
    first, second = mouse_trainer(), mouse_trainer("Ещё раз")
    write(first, short_answer(), second)
    assert words_of(read()) == "Готово: 0 из 3. Осталось вопросов: 1, упражнений: 2."
    tick(first["id"], second["id"])
    assert words_of(read()) == "Готово: 2 из 3. Осталось ответить на 1 вопрос."


@pytest.mark.parametrize(
    ("count", "words"), [(1, "Осталось выполнить 1 упражнение."), (2, "Осталось выполнить 2 упражнения.")]
)
def test_exercises_are_counted_in_good_russian(count, words, write, read, signed_in):
    write(*(mouse_trainer() for _ in range(count)))
    assert words_of(read()).endswith(words)


def test_done_goes_on_only_when_the_activities_are_done_too(write, signed_in, tick):
    trainer = mouse_trainer()
    write(paragraph("<p>Мышь.</p>"), trainer)
    response = signed_in.post("/ru/urok/", {"do": "done"}, follow=True)
    assert response.redirect_chain[-1][0] == f"/ru/urok/#block-{trainer['id']}"
    assert "Следующее упражнение" in response.content.decode()
    assert not LessonRecord.objects.get().is_completed
    tick(trainer["id"], button="done")
    record = LessonRecord.objects.get()
    assert (record.is_completed, record.why) == (True, "answered")


def test_the_next_thing_left_is_the_first_on_the_page(write, signed_in, tick):
    trainer, question = mouse_trainer(), short_answer()
    write(question, trainer)
    assert signed_in.post("/ru/urok/", {"do": "done"})["Location"].endswith(f"#item-{question['id']}")


def test_done_in_russian_is_done_in_kazakh(write, read, kazakh, signed_in, tick):
    trainer = mouse_trainer()
    page = write(trainer)
    translate(page, kazakh, {"Урок": "Сабақ", "Подружитесь с мышью": "Тінтуірмен дос болыңыз"})
    tick(trainer["id"])
    html = read("/kk/urok/")
    assert html.select_one(".activity-done")
    assert html.select_one(".activity-title").get_text() == "Тінтуірмен дос болыңыз"
    assert not html.article.find(attrs={"lang": "ru"}) or html.article.find(class_="drawn-menu")
    signed_in.post("/kk/urok/", {"do": "done"})
    assert LessonRecord.objects.get().is_completed


def test_a_title_that_nobody_translated_says_its_language(write, read, kazakh):
    translate(write(mouse_trainer()), kazakh, {"Урок": "Сабақ"})
    html = read("/kk/urok/")
    assert html.select_one(".activity-title")["lang"] == "ru"
    assert not html.select_one(".trainer-task").get("lang")


def test_somebody_without_an_account_may_try_it_and_nothing_is_kept(write, read, client, tick):
    trainer = mouse_trainer()
    write(trainer)
    html = read()
    assert html.select(".activity [data-target]")
    assert not html.select(".activity [name=did]")
    assert "sign-in" in tick(trainer["id"]).redirect_chain[-1][0]
    assert not done_ids()


def test_what_is_no_activity_of_this_lesson_is_not_recorded(write, signed_in, tick):
    text = paragraph("<p>Мышь.</p>")
    write(text, mouse_trainer())
    tick(text["id"])
    tick("no such block", "<script>", "")
    assert not done_ids()


def test_the_same_tick_twenty_times_is_one_record(write, signed_in, tick):
    trainer = mouse_trainer()
    write(trainer)
    for _ in range(3):
        tick(trainer["id"], **{f"result-{trainer['id']}": '{"mistakes": 1}'})
        tick(trainer["id"], **{f"result-{trainer['id']}": '{"mistakes": 9}'})
    assert ActivityRecord.objects.get().result == {"mistakes": 1}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ('{"mistakes": 3}', {"mistakes": 3}),
        ('{"mistakes": "<b>"}', {}),
        ('{"mistakes": -1}', {}),
        ('{"mistakes": true}', {}),
        ("[1]", {}),
        ("nonsense", {}),
        ("", {}),
        ('{"a": ' + "1" * 600, {}),
    ],
)
def test_only_whole_numbers_are_kept_of_what_a_browser_tells(told, kept):
    assert read_result(told) == kept


def test_whoever_may_not_answer_here_leaves_no_trace(write, signed_in, tick):
    trainer = mouse_trainer()
    write(trainer)
    with hooks.register_temporarily("lifelong_may_answer", lambda page, request: False):
        assert tick(trainer["id"]).status_code == 403
        assert "did" not in signed_in.get("/ru/urok/").content.decode()
    assert not LessonRecord.objects.exists()


def test_an_activity_costs_no_query_more(write, signed_in, tick):
    first, second = mouse_trainer(), mouse_trainer()
    write(first, second, short_answer())
    tick(first["id"], second["id"])
    signed_in.get("/ru/urok/")
    with Reading(connection) as reading:
        signed_in.get("/ru/urok/")
    assert len(reading.statements) <= 5


def test_a_preview_shows_the_trainer_and_writes_nothing(write, admin_user):
    page = write(mouse_trainer())
    with translation.override("ru"):
        html = BeautifulSoup(page.make_preview_request(preview_mode="").content, "html.parser")
    assert html.select(".activity [data-target]")
    assert not html.select(".activity [name=did]")
    assert not LessonRecord.objects.exists()
