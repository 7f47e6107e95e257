"""A teacher without a mouse writes a lesson: from the door to the published page, and back to correct it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.editing import publish
from tests.shots.walks import EVERYTHING

from .conftest import COURSE
from .keys import Keyboard

pytestmark = pytest.mark.browser

STEM = "Чем открывают ссылку?"
OPTIONS = ["Одним нажатием левой кнопки", "Тремя быстрыми нажатиями"]
MODULE = """
    SELECT page.id FROM wagtailcore_page page JOIN wagtailcore_locale locale ON locale.id = page.locale_id
    WHERE page.slug = 'first-steps' AND locale.language_code = 'ru'
"""
WRITTEN = "SELECT id FROM wagtailcore_page WHERE slug = ? AND url_path LIKE '%/everything/%'"
MOST = {"lesson": 30, "test": 13}  # blocks that are on the page when the editor is whole
# What we can neither mend nor do without, and how its HTML is known. Anything else that axe finds is ours.
WAGTAILS_OWN = {
    "aria-input-field-name": "public-DraftEditor-content",  # the rich text editor does not carry the name of its field
    "landmark-unique": "w-panel--nested",  # two parts of one kind, as two pictures, are regions of one name
    "scrollable-region-focusable": "w-minimap__list",  # the list of panels at the right, which is there for the mouse
}


@pytest.fixture(scope="module")
def password(school):
    return re.search(r"Password: (\S+)", school.manage("create_administrator"))[1]


@pytest.fixture
def keys(visitor, password):
    """An administrator, signed in by the keyboard."""
    page = visitor(locale="en").page
    keys = Keyboard(page)
    page.goto("/en/sign-in/")
    keys.write(page.locator("[name=username]"), "admin")
    keys.write(page.locator("[name=password]"), password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return keys


def add(keys, name):
    """Add a block at the end: open the list, write what it is called, take what is found."""
    page = keys.page
    keys.press(page.locator(".c-sf-add-button").last)
    expect(page.get_by_role("option").first).to_be_visible()
    keys.write(page.locator("[role=combobox]"), name)
    expect(page.get_by_role("option").first).to_have_text(name)
    page.keyboard.press("Enter")


def test_a_teacher_writes_previews_and_publishes_a_lesson_with_keys_alone(keys, school):
    page = keys.page
    page.goto(f"/admin/pages/{school.ask(MODULE)[0][0]}/")
    keys.press(page.get_by_role("link", name="Add child page").first)
    keys.press(page.get_by_role("link", name="Lesson", exact=True))
    keys.write(page.get_by_placeholder("Page title"), "Мышь и тачпад")
    add(keys, "Text")
    expect(page.locator("[role=textbox]")).to_be_focused()
    page.keyboard.type("Курсор идёт за рукой.")
    add(keys, "Single choice")
    expect(page.locator("[name='body-1-value-stem']")).to_be_focused()
    page.keyboard.type(STEM)
    for number, text in enumerate(OPTIONS):
        keys.write(page.locator(f"[name='body-1-value-options-{number}-value-text']"), text)
        if number == 0:
            keys.press(page.locator("[name='body-1-value-options-0-value-is_key']"), "Space")
        keys.write(page.locator(f"[name='body-1-value-options-{number}-value-feedback']"), f"Почему: {text}")

    keys.press(page.locator("[data-side-panel-toggle=preview]"))
    preview = page.frame_locator("iframe[title*=Preview]").first
    expect(preview.get_by_text(STEM)).to_be_visible()
    expect(preview.get_by_text("Курсор идёт за рукой.")).to_be_visible()
    publish(page, keys.press)

    page.goto(f"/ru/{COURSE}first-steps/mysh-i-tachpad/")
    expect(page.locator("h1")).to_have_text("Мышь и тачпад")
    expect(page.locator(".question-words").first).to_have_text(STEM)


@pytest.mark.parametrize("slug", ["lesson", "test"])
def test_no_part_of_the_editor_that_is_ours_has_a_barrier(keys, school, slug):
    """Opened are a lesson with every block, exercise and question there is, and a test of all questions."""
    page = keys.page
    school.manage("shell", "-v0", "-c", EVERYTHING)
    page.goto(f"/admin/pages/{school.ask(WRITTEN, slug)[0][0]}/edit/")
    expect(page.locator(".question-checks li").first).to_be_visible()
    blocks = page.locator("[data-streamfield-stream-container] > [data-streamfield-child]")
    expect(blocks.nth(MOST[slug] - 1)).to_be_attached()
    barriers = [
        (one["id"], node["html"][:300])
        for one in Axe().run(page).response["violations"]
        for node in one["nodes"]
        if WAGTAILS_OWN.get(one["id"], "never") not in node["html"]
    ]
    assert not barriers
