"""A learner types lines, finds the Kazakh letters, and is told when the wrong language is on."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import LESSON, PASSWORD
from .trainers import completion, presses, write_lesson

pytestmark = pytest.mark.browser

KEYBOARD = LESSON.replace("parts-and-switching-on", "keyboard")
LINES = ("мама", "Қазақстан", "mail 26", "Менің үйім 1")
MODES = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


@pytest.fixture(scope="module")
def lesson(school):
    write_lesson(school, "keyboard", f"keyboard_trainer(*{LINES})")
    return f"/ru/{KEYBOARD}"


@pytest.fixture
def page(learner, lesson):
    learner.page.goto(lesson)
    return learner.page


def field(page):
    return page.locator("[data-typed]:visible")


def said(page):
    return page.locator("[data-said]")


def type_lines(page, *lines):
    for line in lines:
        expect(field(page)).to_be_focused()
        page.keyboard.type(line)
        page.keyboard.press("Enter")


def test_whoever_types_all_lines_did_it_by_keyboard_alone(page):
    page.locator("h1").click()
    presses(page, "Tab", until="[data-typed]")
    type_lines(page, *LINES[:-1])
    page.keyboard.type(LINES[-1])
    expect(page.locator(".activity-done")).to_be_focused()
    expect(completion(page)).to_contain_text("Всё сделано")


def test_the_mistakes_on_the_way_are_kept_with_it(page, school, learner):
    field(page).focus()
    page.keyboard.type("мо")
    page.keyboard.press("Backspace")
    type_lines(page, "ама", *LINES[1:-1])
    page.keyboard.type(LINES[-1])
    expect(page.locator(".activity-done")).to_be_visible()
    rows = school.ask(
        "SELECT result FROM lifelong_lessons_activityrecord JOIN lifelong_lessons_lessonrecord ON record_id ="
        " lifelong_lessons_lessonrecord.id JOIN auth_user ON learner_id = auth_user.id WHERE username = ?",
        learner.login,
    )
    assert rows == [('{"mistakes": 1}',)]


def test_the_next_key_is_shown_and_named(page):
    field(page).focus()
    page.keyboard.type("мам")
    expect(page.locator(".key.is-next")).to_have_text("А")
    expect(page.get_by_text("Следующая клавиша: «а»")).to_be_visible()
    page.keyboard.type("а")
    page.keyboard.press("Enter")
    expect(page.locator(".key.is-next")).to_have_text(["Қ", "Shift"])
    expect(page.locator(".key-row").first.locator(".is-next")).to_have_text("Қ")
    expect(page.get_by_text("держите Shift и нажмите «Қ»")).to_be_visible()
    expect(page.get_by_text("Казахская раскладка", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("before", "typed", "words"),
    [
        ([], "m", "латинскими буквами"),
        ([], "п", "Здесь нужно «м»"),
        ([], "М", "строчная буква"),
        (LINES[:1], "қ", "заглавная буква"),
        (LINES[:1], "0", "Казахская раскладка не включена"),
        (LINES[:2], "ь", "кириллицей"),
        (LINES[:2], "mailx", "нужен пробел"),
        (LINES[:3], "Менің үйім !", "Здесь нужно «1»"),
        (LINES[:3], "Менің үйім ә", "на цифровых клавишах"),
    ],
)
def test_what_went_astray_is_said_in_words_and_one_backspace_puts_it_right(before, typed, words, page):
    field(page).focus()
    type_lines(page, *before)
    page.keyboard.type(typed + "ыы")
    expect(said(page)).to_contain_text(words)
    expect(field(page)).to_have_value(typed)
    expect(page.locator("mark:visible")).to_have_class("is-wrong")
    page.keyboard.press("Backspace")
    expect(said(page)).to_be_empty()
    page.keyboard.type(LINES[len(before)][len(typed) - 1 :])
    expect(page.locator(".trainer-said.is-right")).to_be_visible()


def test_without_script_the_lines_stand_there_to_type_elsewhere(visitor, logins, lesson):
    seated = visitor(script=False)
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(lesson)
    expect(page.locator(".lines-to-type li")).to_have_text(list(LINES))
    expect(page.locator(".trainer")).to_be_hidden()
    page.get_by_label("Упражнение сделано").check()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-done")).to_be_visible()


def test_on_paper_stand_the_lines(page):
    page.emulate_media(media="print")
    expect(page.locator(".lines-to-type li").first).to_be_visible()
    expect(page.locator(".keys")).to_be_hidden()


@pytest.mark.parametrize("mode", MODES)
def test_no_line_is_a_barrier(mode, page):
    page.emulate_media(**mode)
    field(page).focus()
    page.keyboard.type("x")
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_on_a_telephone_the_whole_keyboard_is_seen(visitor, lesson):
    page = visitor().page
    page.set_viewport_size({"width": 320, "height": 640})
    for language in ("ru", "kk", "en"):
        page.goto(lesson.replace("/ru/", f"/{language}/"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        keys = page.locator(".keys").bounding_box()
        for key in page.locator(".key").all():
            box = key.bounding_box()
            assert keys["x"] <= box["x"]
            assert box["x"] + box["width"] <= keys["x"] + keys["width"]
        assert field(page).bounding_box()["height"] >= 44
