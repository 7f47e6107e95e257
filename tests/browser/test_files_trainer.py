"""A learner puts a drawn desktop in order: by mouse, by keyboard, by finger, and without script at the computer itself."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import LESSON, PASSWORD
from .trainers import completion, presses, write_lesson

pytestmark = pytest.mark.browser

FILES = LESSON.replace("parts-and-switching-on", "files")
STEPS = ["create", "rename", "save", "copy", "move", "delete", "restore"]
MODES = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]


@pytest.fixture(scope="module")
def lesson(school):
    write_lesson(school, "files", "files_trainer('Семья', 'Письмо')")
    return f"/ru/{FILES}"


@pytest.fixture
def page(learner, lesson):
    learner.page.goto(lesson)
    return learner.page


def said(page):
    return page.locator("[data-said]")


def thing(page, name, place="desktop"):
    return page.locator(f"[data-place={place}] [data-thing={name}]")


def empty_desktop(page):
    return page.locator("[data-place=desktop]")


def choose(page, words):
    page.locator("[data-menu]").get_by_role("button", name=words, exact=True).click()


def go_on(page):
    expect(page.locator(".trainer-said.is-right")).to_be_visible()
    page.locator("[data-next]").click()


def go_to(page, step):
    """Skip the steps before, as if they were done."""
    for name in STEPS[: STEPS.index(step)]:
        page.locator(f"[data-step={name}]").dispatch_event("lifelong:right", {"bubbles": True})
        go_on(page)


def right_button(page, target, words):
    target.click(button="right", **({} if "thing" in str(target) else {"position": {"x": 300, "y": 170}}))
    choose(page, words)


def save_as(page, where="Семья", name="письмо"):
    page.get_by_role("button", name="Файл", exact=True).click()
    page.get_by_role("button", name="Сохранить как").click()
    page.get_by_label("Куда").select_option(label=where)
    page.get_by_label("Имя файла").fill(name)
    page.get_by_label("Имя файла").press("Enter")


def carry(page, one, other):
    one.scroll_into_view_if_needed()
    boxes = [each.bounding_box() for each in (one, other)]
    (x, y), goal = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*goal, steps=5)
    page.mouse.up()


def test_the_seven_tasks_by_mouse_are_recorded(page):
    right_button(page, empty_desktop(page), "Создать → Папку")
    go_on(page)
    right_button(page, thing(page, "folder"), "Переименовать")
    page.get_by_label("Новое имя").fill("Семья")
    page.get_by_label("Новое имя").press("Enter")
    go_on(page)
    save_as(page)
    go_on(page)
    thing(page, "folder").dblclick()
    right_button(page, thing(page, "document", "folder"), "Копировать")
    expect(said(page)).to_contain_text("Скопировано")
    right_button(page, empty_desktop(page), "Вставить")
    go_on(page)
    carry(page, thing(page, "photo"), thing(page, "folder"))
    go_on(page)
    carry(page, thing(page, "copy"), thing(page, "bin"))
    go_on(page)
    thing(page, "bin").dblclick()
    right_button(page, thing(page, "copy", "bin"), "Восстановить")
    expect(page.locator(".activity-done")).to_be_visible()
    expect(completion(page)).to_contain_text("Всё сделано")


def test_everything_works_by_keyboard_alone(page):
    page.locator("h1").click()
    presses(page, "Tab", until="[data-place=desktop]")
    page.keyboard.press(" ")
    presses(page, "Enter", on="[data-do=create]")
    presses(page, "Enter", on="[data-next]")
    presses(page, "Tab", until="[data-thing=folder]")
    page.keyboard.press("F2")
    page.keyboard.type("Семья")
    page.keyboard.press("Enter")
    presses(page, "Enter", on="[data-next]")
    presses(page, "Tab", until="[data-file-button]")
    page.keyboard.press("Enter")
    presses(page, "Tab", until="[data-save-as]")
    page.keyboard.press(" ")
    presses(page, "ArrowDown", on="[data-where]")
    page.keyboard.press("Tab")
    page.keyboard.type("Письмо")
    page.keyboard.press("Enter")
    presses(page, "Enter", on="[data-next]")
    open_by_keyboard(page, "folder")
    presses(page, "Tab", until="[data-thing=document]")
    page.keyboard.press("Control+c")
    presses(page, "Shift+Tab", until="[data-place=desktop]")
    page.keyboard.press("Control+v")
    presses(page, "Enter", on="[data-next]")
    presses(page, "Tab", until="[data-thing=photo]")
    page.keyboard.press("Control+x")
    open_by_keyboard(page, "folder")
    page.keyboard.press("Control+v")
    presses(page, "Enter", on="[data-next]")
    presses(page, "Tab", until="[data-thing=copy]")
    page.keyboard.press("Delete")
    presses(page, "Enter", on="[data-next]")
    open_by_keyboard(page, "bin")
    presses(page, "Tab", until="[data-thing=copy]")
    page.keyboard.press(" ")
    presses(page, "Enter", on="[data-do=restore]")
    expect(page.locator(".activity-done")).to_be_focused()


def open_by_keyboard(page, name):
    """The window that opens has the focus, so that its things come next."""
    presses(page, "Tab", until=f"[data-thing={name}]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-inside]")).to_be_focused()


def test_a_finger_is_enough(visitor, logins, lesson):
    seated = visitor(touch=True)
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(lesson)

    def menu(target, words):
        target.tap(**({} if "thing" in str(target) else {"position": {"x": 300, "y": 170}}))
        page.locator("[data-menu-button]").tap()
        page.locator("[data-menu]").get_by_role("button", name=words, exact=True).tap()

    menu(empty_desktop(page), "Создать → Папку")
    go_on(page)
    menu(thing(page, "folder"), "Переименовать")
    page.get_by_label("Новое имя").fill("семья")
    page.locator("[data-rename-done]").tap()
    go_on(page)
    save_as(page)
    go_on(page)
    menu(thing(page, "folder"), "Открыть")
    menu(thing(page, "document", "folder"), "Копировать")
    menu(empty_desktop(page), "Вставить")
    go_on(page)
    menu(thing(page, "photo"), "Вырезать")
    menu(thing(page, "folder"), "Открыть")
    page.locator("[data-inside]").tap()
    page.locator("[data-menu-button]").tap()
    page.locator("[data-menu] [data-do=paste]").tap()
    go_on(page)
    menu(thing(page, "copy"), "Удалить")
    go_on(page)
    menu(thing(page, "bin"), "Открыть")
    menu(thing(page, "copy", "bin"), "Восстановить")
    expect(page.locator(".activity-done")).to_be_visible()


def test_what_is_not_right_yet_is_said_calmly(page):
    go_to(page, "rename")
    right_button(page, thing(page, "folder"), "Переименовать")
    page.get_by_label("Новое имя").fill("Работа")
    page.locator("[data-rename-done]").click()
    expect(said(page)).to_contain_text("так, как в задании")
    expect(page.locator("[data-next]")).to_be_hidden()
    right_button(page, thing(page, "folder"), "Переименовать")
    page.get_by_label("Новое имя").fill("  СЕМЬЯ ")
    page.locator("[data-rename-done]").click()
    go_on(page)
    page.get_by_role("button", name="Файл", exact=True).click()
    page.get_by_role("button", name="Печать").click()
    expect(said(page)).to_contain_text("другая строка")
    page.get_by_role("button", name="Файл", exact=True).click()
    save_as(page, where="Рабочий стол")
    expect(said(page)).to_contain_text("Выберите папку")
    page.get_by_label("Куда").select_option(label="Семья")
    page.get_by_label("Имя файла").fill("что-то")
    page.locator(".screen [data-save]").click()
    expect(said(page)).to_contain_text("так, как в задании")


def test_whatever_was_thrown_away_the_step_can_begin_anew(page):
    go_to(page, "copy")
    right_button(page, thing(page, "folder"), "Удалить")
    expect(thing(page, "folder")).to_have_count(0)
    page.get_by_role("button", name="Этот шаг сначала").click()
    expect(thing(page, "folder")).to_be_visible()
    page.keyboard.press("Escape")
    thing(page, "bin").dblclick()
    page.get_by_role("button", name="Закрыть").click()
    expect(page.locator("[data-window]")).to_be_hidden()


def test_a_menu_holds_only_what_can_be_done_here(page):
    go_to(page, "copy")
    menu = page.locator("[data-menu] button:visible")
    thing(page, "bin").click(button="right")
    expect(menu).to_have_text(["Открыть"])
    thing(page, "photo").click(button="right")
    expect(menu).to_have_text(["Вырезать", "Копировать", "Переименовать", "Удалить"])
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu]")).to_be_hidden()
    expect(thing(page, "photo")).to_be_focused()


def test_without_script_one_does_it_at_the_computer_and_ticks_a_box(visitor, logins, lesson):
    seated = visitor(script=False)
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(lesson)
    expect(page.get_by_text("«Восстановить»").last).to_be_visible()
    expect(page.locator(".trainer")).to_be_hidden()
    page.get_by_label("Упражнение сделано").check()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".activity-done")).to_be_visible()


def test_on_paper_there_is_what_to_do(page):
    page.emulate_media(media="print")
    expect(page.get_by_text("Попробуйте на компьютере")).to_be_visible()
    expect(page.locator(".screen")).to_be_hidden()


@pytest.mark.parametrize("mode", MODES)
def test_no_step_is_a_barrier(mode, page):
    page.emulate_media(reduced_motion="reduce", **mode)  # half-way between two colours nothing can be told
    for step in STEPS:
        if step == "copy":
            thing(page, "folder").dblclick()
            thing(page, "document", "folder").click(button="right")
        if step == "save":
            page.get_by_role("button", name="Файл", exact=True).click()
            page.get_by_role("button", name="Сохранить как").click()
        found = Axe().run(page).response["violations"]
        assert not found, [step, *((one["id"], one["nodes"][0]["html"]) for one in found)]
        page.locator("[data-step]:visible").dispatch_event("lifelong:right", {"bubbles": True})
        if step != STEPS[-1]:
            page.locator("[data-next]").click()
    expect(page.locator(".activity-done")).to_be_visible()


def test_on_a_telephone_nothing_sticks_out_and_targets_are_large(visitor, lesson):
    page = visitor().page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(lesson.replace("/ru/", "/kk/"))
    go_to(page, "copy")
    thing(page, "folder").dblclick()
    thing(page, "photo").click(button="right")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in page.locator(".screen button:visible").all():
        box = target.bounding_box()
        assert box["height"] >= 44, target.inner_html()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_all_the_script_of_a_lesson_with_a_trainer_is_light(visitor, logins, lesson):
    seated = visitor()
    seated.sign_in(next(logins), PASSWORD)
    fresh = visitor()
    fresh.context.add_cookies(seated.context.cookies())
    arrived = []
    fresh.page.on("requestfinished", lambda request: arrived.append(request))
    fresh.page.goto(lesson.replace("/ru/", "/kk/"), wait_until="networkidle")
    sizes = {request.url: request.sizes() for request in arrived if request.url.endswith(".js")}
    weights = {url: size["responseBodySize"] + size["responseHeadersSize"] for url, size in sizes.items()}
    assert any("files_trainer" in url for url in weights)
    assert sum(weights.values()) <= 15_000, weights
