"""A learner answers in a table and points into a picture: with a mouse, with the keyboard, without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import LESSON, PASSWORD

pytestmark = pytest.mark.browser

ADDRESS = "/ru/" + LESSON.replace("parts-and-switching-on", "tables-and-pictures")
WRITE = """
import json
from wagtail_factories import ImageFactory
from courses.models import ModulePage
from lessons.models import LessonPage
from tests.quizzes.types.builders import area, hotspot, matrix, row
module = ModulePage.objects.get(locale__language_code="ru")
picture = ImageFactory(title="desk.png", file__width=1120, file__height=630)
columns = ["Никогда", "Редко", "Иногда", "Часто", "Всегда"]
body = [
    matrix(row("Слушаю до конца", 5), row("Перебиваю того, кто говорит", 1), columns=columns),
    hotspot(
        area("Кнопка внизу слева", 0, 80, right=True), area("Значок", 0, 0, shape="circle"), image=picture.pk
    ),
]
page = LessonPage(
    title="Таблицы и картинки", slug="tables-and-pictures", locale=module.locale, body=json.dumps(body)
)
module.add_child(instance=page)
page.save_revision().publish()
"""


@pytest.fixture(scope="module")
def lesson(school):
    school.manage("shell", "-v0", "-c", WRITE)
    return ADDRESS


@pytest.fixture
def without_script(visitor, logins):
    seated = visitor(script=False)
    seated.sign_in(next(logins), PASSWORD)
    return seated


def question(page, number):
    return page.locator("fieldset[data-item]").nth(number)


def point(page, across, down):
    """Click into the picture that is on screen, at parts of its width and height."""
    picture = question(page, 1).locator("input[data-hotspot]:visible")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * across, "y": box["height"] * down})


def check(page, number):
    question(page, number).locator("button[value^=check]").click()
    expect(question(page, number).locator(".feedback")).to_be_visible()
    return question(page, number)


def assert_no_barriers(page):
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("width", [1024, 320])
def test_a_click_marks_the_place_and_is_saved(learner, lesson, width):
    page = learner.page
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(lesson)
    expect(page.locator("[data-mark]:visible")).to_have_count(0)
    point(page, 0.1, 0.9)
    expect(question(page, 1).locator("[data-kind=saved]")).to_be_visible()
    expect(question(page, 1).locator("option:checked")).to_have_text("Место, отмеченное на картинке")
    expect(check(page, 1)).to_have_attribute("data-state", "right")
    point(page, 0.5, 0.5)
    expect(check(page, 1).locator(".feedback")).to_contain_text("Здесь ничего нет.")
    page.reload()
    mark = page.locator("[data-mark]:visible").bounding_box()
    picture = page.locator("input[data-hotspot]:visible").bounding_box()
    assert abs(mark["x"] + mark["width"] / 2 - picture["x"] - picture["width"] / 2) <= 2
    assert abs(mark["y"] + mark["height"] / 2 - picture["y"] - picture["height"] / 2) <= 2


@pytest.mark.parametrize("width", [1024, 320])
def test_without_script_a_click_means_the_same_place(without_script, lesson, width):
    page = without_script.page
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(lesson)
    point(page, 0.1, 0.9)
    page.wait_for_url("**#item-*")
    expect(question(page, 1).locator("option:checked")).to_have_text("Место, отмеченное на картинке")
    expect(check(page, 1)).to_have_attribute("data-state", "right")


def test_the_keyboard_alone_answers_both(learner, lesson):
    page = learner.page
    page.goto(lesson)
    question(page, 0).locator("input").first.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Tab", " ", "Tab"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(question(page, 0)).to_have_attribute("data-state", "right")
    place = question(page, 1).get_by_label("Место", exact=True)
    for _ in range(9):  # from the feedback, past nothing that only a mouse can use
        page.keyboard.press("Tab")
        if place.evaluate("field => field === document.activeElement"):
            break
    expect(place).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
        if place.locator("option:checked").text_content() == "Кнопка внизу слева":
            break
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question(page, 1)).to_have_attribute("data-state", "right")


def test_a_name_takes_the_mark_away(learner, lesson):
    page = learner.page
    page.goto(lesson)
    point(page, 0.5, 0.5)
    expect(page.locator("[data-mark]:visible")).to_have_count(1)
    place = question(page, 1).get_by_label("Место", exact=True)
    place.select_option("Значок")
    expect(page.locator("[data-mark]:visible")).to_have_count(0)
    place.select_option("Место, отмеченное на картинке")
    expect(page.locator("[data-mark]:visible")).to_have_count(1)


@pytest.mark.parametrize("mode", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize("width", [1024, 320])
def test_neither_is_a_barrier(learner, lesson, mode, width):
    page = learner.page
    page.emulate_media(**mode)
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(lesson)
    assert_no_barriers(page)
    question(page, 0).locator("label").nth(1).click()
    check(page, 0)
    point(page, 0.9, 0.1)
    check(page, 1)
    assert_no_barriers(page)
    for size in ("100%", "157.5%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_answers_is_large_enough(learner, lesson):
    page = learner.page
    for width in (1024, 320):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(lesson)
        for control in page.locator(".matrix-cell:visible, .question .choice:visible").all():
            box = control.bounding_box()
            assert min(box["width"], box["height"]) >= 44


def test_a_printed_table_has_its_columns_and_a_picture_its_size(learner, lesson):
    page = learner.page
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(lesson)
    page.emulate_media(media="print")
    expect(question(page, 0).get_by_role("columnheader", name="Никогда")).to_be_visible()
    expect(page.locator(".hotspot-large")).to_be_visible()
    expect(page.locator(".hotspot-small")).to_be_hidden()
