"""Somebody without a mouse goes from the door to the result."""

import pytest
from playwright.sync_api import expect

from .conftest import COURSE, PASSWORD
from .keys import Keyboard

pytestmark = pytest.mark.browser


def answer(keys, question, fields):
    """Answer a question with the keys that a person would use; `fields` is {name: what is sent}."""
    for name, value in fields.items():
        field = question.locator(f"[name='{name}']")
        kind = field.first.evaluate("field => field.type")
        if kind == "radio":
            choose(keys, field.first, field.and_(question.locator(f"[value='{value}']")).is_checked)
        elif kind == "checkbox":
            for one in value if isinstance(value, list) else [value]:
                keys.press(field.and_(question.locator(f"[value='{one}']")), "Space")
        elif kind == "select-one" and field.is_visible():
            choose(keys, field, lambda field=field, value=value: field.input_value() == value)
        elif kind == "select-one":  # script has put arrows in its place
            keys.press(question.locator(".ordering-move:not([aria-disabled=true])").first)
        else:
            keys.write(field, value)


def choose(keys, first, is_chosen):
    """Go through a list of choices with the arrows until the one that is wanted is chosen."""
    keys.reach(first)
    if first.get_attribute("type") == "radio":
        keys.page.keyboard.press("Space")
    for _ in range(12):
        if is_chosen():
            return
        keys.page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrows do not lead to what is wanted: {keys.where()}")


def test_a_learner_goes_from_the_door_to_the_result_with_keys_alone(school, visitor, logins):
    page = visitor().page
    keys, right = Keyboard(page), school.answers()
    page.goto(f"/ru/{COURSE}")
    keys.press(page.locator("main .button-primary"))
    keys.write(page.locator("[name=username]"), next(logins))
    keys.write(page.locator("[name=password]"), PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    keys.press(page.locator("main .button-primary"))
    expect(page.locator("fieldset[data-item]").first).to_be_visible()

    question = page.locator("fieldset[data-item]").first
    answer(keys, question, right[question.get_attribute("data-item")]["right"])
    keys.press(question.locator("button[value^=check]"))
    expect(question.locator(".feedback-right")).to_be_visible()

    page.goto(f"/ru/{COURSE}")
    keys.press(page.locator(".step[data-kind=quiz] a").first)
    keys.press(page.locator("button[value=start]"))
    expect(page.locator("button[value=finish]")).to_be_visible()
    for one in page.locator("fieldset[data-item]").all():
        answer(keys, one, right[one.get_attribute("data-item")]["right"])
    keys.press(page.locator("button[value=finish]"))
    expect(page.locator(".result")).to_be_visible()
    keys.reach(page.locator(".result .button").first)
