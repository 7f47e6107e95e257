"""The digit keys in a field for a number, whatever layout is on: the keys 2 and 5 of the Kazakh one write ә and ғ."""

from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "quizzes/static/quizzes/js/digit-keys.js"
FIELDS = '<input id="number" data-digit-row><input id="with-unit">'
# As a browser does: what nobody prevents is written. Playwright itself presses keys of the American layout only.
PRESS = """([id, code, key, held]) => {
    const field = document.getElementById(id);
    field.focus();
    const event = new KeyboardEvent("keydown", {code, key, bubbles: true, cancelable: true, [held]: true});
    if (field.dispatchEvent(event) && held !== "ctrlKey") field.value += key;
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.route("http://school.test/", lambda route: route.fulfill(body=FIELDS, content_type="text/html"))
    page.goto("http://school.test/")
    page.add_script_tag(content=SCRIPT.read_text(), type="module")
    page.evaluate("window.told = 0; document.addEventListener('input', () => { window.told += 1; })")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("pressed", "written"),
    [
        ([("Digit2", "ә"), ("Digit5", "ғ")], "25"),
        ([("Digit1", '"'), ("Digit6", ","), ("Digit7", "."), ("Digit0", "қ")], "1670"),
        ([("Digit2", "Ә")], "2"),
        ([("Digit2", "ә"), ("Slash", "№"), ("Digit5", "ғ")], "2.5"),
        ([("Digit2", "2"), ("Digit5", "%"), ("Comma", ","), ("Digit2", '"')], '2%,"'),  # other layouts
    ],
)
def test_digit_keys_write_digits_in_a_field_for_a_number(page, pressed, written):
    for code, key in pressed:
        page.evaluate(PRESS, ["number", code, key, ""])
    assert page.input_value("#number") == written


def test_what_is_written_so_is_noticed_and_saved_like_anything_typed(page):
    page.evaluate(PRESS, ["number", "Digit2", "ә", ""])
    assert page.evaluate("window.told") == 1


def test_a_field_that_may_take_a_unit_and_keys_of_a_command_are_left_alone(page):
    page.evaluate(PRESS, ["with-unit", "Digit5", "ғ", ""])
    page.evaluate(PRESS, ["number", "Digit5", "ғ", "ctrlKey"])
    assert (page.input_value("#with-unit"), page.input_value("#number")) == ("ғ", "")
