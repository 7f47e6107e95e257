"""A learner makes friends with the mouse: with one, without one, by finger, and without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import LESSON, PASSWORD
from .trainers import completion, presses, stage, write_lesson

pytestmark = pytest.mark.browser

MOUSE = LESSON.replace("parts-and-switching-on", "mouse")
MODES = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


@pytest.fixture(scope="module")
def lesson(school):
    write_lesson(school, "mouse", "mouse_trainer('Подружитесь с мышью')")
    return f"/ru/{MOUSE}"


def middle(locator):
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def carry(page, thing, goal):
    page.mouse.move(*middle(thing))
    page.mouse.down()
    page.mouse.move(*middle(goal), steps=5)
    page.mouse.up()


def go_on(page):
    page.get_by_role("button", name="Далее", exact=True).click()


def shown(page, step, part="[data-target]"):
    return page.locator(f"[data-step={step}] {part}:visible").first


def do_everything_by_mouse(page):
    for _ in range(3):
        page.mouse.move(*middle(shown(page, "move")))
    go_on(page)
    for _ in range(5):
        shown(page, "click").click()
    go_on(page)
    shown(page, "double").dblclick()
    go_on(page)
    shown(page, "menu").click(button="right")
    page.get_by_role("button", name="Копировать").click()
    go_on(page)
    for _ in range(2):
        carry(page, shown(page, "drag"), page.locator("[data-basket]"))
    go_on(page)
    stage(page, "scroll").hover()
    page.mouse.wheel(0, 3000)
    expect(page.locator("[data-said]")).to_have_text("Вот она. Нажмите на неё.")
    shown(page, "scroll").click()


def test_the_six_tasks_by_mouse_are_recorded_when_the_last_is_done(learner, lesson):
    page = learner.page
    page.goto(lesson)
    expect(completion(page)).to_contain_text("Осталось выполнить 1 упражнение")
    do_everything_by_mouse(page)
    expect(page.locator(".activity-done")).to_contain_text("Упражнение выполнено")
    expect(completion(page)).to_contain_text("Всё сделано")
    page.goto(lesson.replace("/ru/", "/kk/"))
    expect(page.locator(".activity-done")).to_contain_text("Жаттығу орындалды")


def test_what_is_not_right_yet_is_said_calmly(learner, lesson):
    page = learner.page
    page.goto(lesson)
    said = page.locator("[data-said]")
    for _ in range(3):
        page.mouse.move(*middle(shown(page, "move")))
    go_on(page)
    stage(page, "click").click(position={"x": 300, "y": 20})
    expect(said).to_contain_text("Почти")
    for _ in range(5):
        shown(page, "click").click()
    go_on(page)
    shown(page, "double").click()
    expect(said).to_contain_text("Это одно нажатие")
    page.keyboard.press("Enter")
    go_on(page)
    shown(page, "menu").click()
    expect(said).to_contain_text("Это левая кнопка")
    shown(page, "menu").click(button="right")
    page.get_by_role("button", name="Удалить").click()
    expect(said).to_contain_text("другая строка")
    page.get_by_role("button", name="Копировать").click()
    go_on(page)
    page.locator("[data-basket]").click()
    expect(said).to_contain_text("Сначала возьмите")
    carry(page, shown(page, "drag"), page.locator("[data-step=drag] .trainer-task"))
    expect(said).to_contain_text("ничего не сломалось")
    expect(page.locator("[data-step=drag] [data-target]:visible")).to_have_count(2)


def test_everything_works_by_keyboard_alone(learner, lesson):
    page = learner.page
    page.goto(lesson)
    page.locator("h1").click()
    presses(page, "Tab", until="[data-step=move] [data-target]")
    for step, times in (("move", 3), ("click", 5), ("double", 1)):
        for _ in range(times):
            expect(shown(page, step)).to_be_focused()
            page.keyboard.press("Enter")
        presses(page, "Enter", on="[data-next]")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(shown(page, "menu")).to_be_focused()
    page.keyboard.press(" ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    presses(page, "Enter", on="[data-next]")
    for _ in range(2):
        presses(page, "Tab", until="[data-step=drag] [data-target]")
        page.keyboard.press("Enter")
        presses(page, "Shift+Tab", until="[data-basket]")
        page.keyboard.press("Enter")
    presses(page, "Enter", on="[data-next]")
    page.keyboard.press("Tab")
    expect(stage(page, "scroll")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("PageDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".activity-done")).to_be_focused()


def test_a_finger_is_enough(visitor, logins, lesson):
    seated = visitor(touch=True)
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(lesson)
    for step, times in (("move", 3), ("click", 5), ("double", 2)):
        for _ in range(times):
            shown(page, step).tap()
        page.locator("[data-next]").tap()
    hold(page, shown(page, "menu"))
    page.get_by_role("button", name="Копировать").tap()
    page.locator("[data-next]").tap()
    for _ in range(2):
        shown(page, "drag").tap()
        page.locator("[data-basket]").tap()
    page.locator("[data-next]").tap()
    stage(page, "scroll").evaluate("road => road.scrollTo(0, road.scrollHeight)")
    shown(page, "scroll").tap()
    expect(page.locator(".activity-done")).to_be_visible()


def hold(page, target):
    """Touch and stay: Chromium's own way to the menu takes a real finger, so the events are told by hand."""
    target.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    expect(page.locator("[data-menu]")).to_be_visible()
    target.dispatch_event("pointerup", {"pointerType": "touch", "bubbles": True})


def test_without_script_one_does_it_at_the_computer_and_ticks_a_box(visitor, logins, lesson):
    seated = visitor(script=False)
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(lesson)
    expect(page.get_by_text("Попробуйте на компьютере")).to_be_visible()
    expect(page.locator(".trainer")).to_be_hidden()
    page.get_by_label("Упражнение сделано").check()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-done")).to_be_visible()
    assert "#block-" in page.url


def test_whoever_cannot_use_the_trainer_does_without_it(learner, lesson):
    page = learner.page
    page.goto(lesson)
    page.get_by_role("button", name="Выполнить без тренажёра").click()
    expect(page.get_by_role("button", name="Вернуться к тренажёру")).to_be_focused()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("[data-feedback]")).to_contain_text("поставьте отметку")
    page.get_by_label("Упражнение сделано").check()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-done")).to_be_focused()


def test_without_a_connection_the_tick_waits_for_another_press(learner, lesson):
    page = learner.page
    page.goto(lesson)
    page.get_by_role("button", name="Выполнить без тренажёра").click()
    page.get_by_label("Упражнение сделано").check()
    learner.context.set_offline(True)
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-end").get_by_text("нет связи")).to_be_visible()
    learner.context.set_offline(False)
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-done")).to_be_visible()
    learner.complaints[:] = [one for one in learner.complaints if "ERR_INTERNET" not in one]


def test_on_paper_there_is_what_to_do_and_a_box_for_a_pencil(learner, lesson):
    learner.page.goto(lesson)
    learner.page.emulate_media(media="print")
    expect(learner.page.get_by_text("☐ Упражнение сделано")).to_be_visible()
    expect(learner.page.get_by_text("Попробуйте на компьютере")).to_be_visible()
    for part in (".trainer", ".activity-end", ".activity-switch"):
        expect(learner.page.locator(part)).to_be_hidden()


@pytest.mark.parametrize("mode", MODES)
def test_no_step_is_a_barrier(mode, learner, lesson):
    page = learner.page
    page.emulate_media(**mode)
    page.goto(lesson)
    for at in range(6):
        found = Axe().run(page).response["violations"]
        assert not found, [at, *((one["id"], one["nodes"][0]["html"]) for one in found)]
        page.locator("[data-step]:visible").dispatch_event("lifelong:right", {"bubbles": True})
        if at < 5:
            go_on(page)
    expect(page.locator(".activity-done")).to_be_visible()


def test_on_a_telephone_nothing_sticks_out_and_targets_are_large(visitor, lesson):
    page = visitor().page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(lesson.replace("/ru/", "/kk/"))
    for at in range(6):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        box = page.locator("[data-step]:visible .stage").bounding_box()
        for target in page.locator("[data-step]:visible [data-target]:visible").all():
            size = target.bounding_box()
            assert min(size["width"], size["height"]) >= 44
            assert box["x"] <= size["x"]
            assert size["x"] + size["width"] <= box["x"] + box["width"]
        page.locator("[data-step]:visible").dispatch_event("lifelong:right", {"bubbles": True})
        if at < 5:
            page.locator("[data-next]").click()
    expect(page.locator("[data-again]")).to_be_focused()
    expect(page.locator(".activity-done, .activity-form")).to_have_count(0)
