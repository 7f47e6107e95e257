"""A learner takes a test of twenty questions of every type in Kazakh, with the keyboard alone, with script and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import PASSWORD, TEST

pytestmark = pytest.mark.browser

ADDRESS = "/kk/" + TEST.replace("module-check", "every-type")
ITEMS = 20
WRITE = """
import json
from wagtail.models import Locale
from wagtail_factories import ImageFactory
from courses.models import ModulePage
from quizzes import registry
from quizzes.models import QuizPage
from tests.quizzes.builders import short_answer, single_choice, translate
from tests.quizzes.types.builders import *
module = ModulePage.objects.filter(locale__language_code="ru").order_by("path").first()
picture = ImageFactory(title="desk.png", file__width=1120, file__height=630)
gapped = lambda: gaps("[1], [2], [3].", gap("а"), gap("б", "chosen", "в"), gap("г", "dragged", "д"))
pointed = lambda: hotspot(image=picture.pk)
made = [single_choice, multiple_choice, true_false, short_answer, numerical, matching, ordering, matrix]
made += [pointed, gapped, open_text, reflection, hand_in]
body = [make() for make in [*made, *made[:7]]]
assert {one["type"] for one in body} == {kind.name for kind in registry.all_types()}
quiz = QuizPage(title="Все виды", slug="every-type", locale=module.locale, body=json.dumps(body))
module.add_child(instance=quiz)
quiz.save_revision().publish()
translate(quiz, Locale.objects.get(language_code="kk"), {"Все виды": "Барлық түрлері"})
"""
FOCUSED = """() => {
    const one = document.activeElement;
    const item = one.closest("fieldset[data-item]");
    const kind = one.matches(".ordering-move") ? "move" : one.type ?? "";
    return {item: item?.dataset.item, kind, name: one.name ?? "", value: one.value ?? "",
            stuck: one.getAttribute("aria-disabled") === "true"};
}"""
KEYS = {"radio": " ", "checkbox": " ", "select-one": "ArrowDown", "move": " "}


@pytest.fixture(scope="module")
def quiz(school):
    school.manage("shell", "-v0", "-c", WRITE)
    return ADDRESS


def assert_no_barriers(page, script=True):
    """Ask axe, which is itself a script and never answers where there are none."""
    if not script:
        return
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


def answer_with_the_keyboard(page):
    """Go through the page with Tab, answer whatever has the focus, and return what was answered, until “finish”."""
    answered, touched = set(), set()
    for _ in range(900):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at["value"] == "finish":
            return answered
        place = (at["item"], at["kind"] if at["kind"] in ("move", "checkbox") else at["name"])
        if not at["item"] or place in touched or at["stuck"]:
            continue
        if at["kind"] in KEYS:
            page.keyboard.press(KEYS[at["kind"]])
        elif at["kind"] in ("text", "textarea"):
            page.keyboard.type("5")
        elif at["kind"] == "file":  # the system's own window, with keys of its own
            picture = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\\n%%EOF\\n"}
            page.locator(f"[name='{at['name']}']").set_input_files(picture)
        else:
            continue
        touched.add(place)
        answered.add(at["item"])
    raise AssertionError("The button that finishes was never reached.")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_twenty_questions_of_every_type_are_taken_with_the_keyboard(visitor, logins, quiz, school, script):
    seated = visitor(script=script)
    login = next(logins)
    seated.sign_in(login, PASSWORD)
    page = seated.page
    page.goto(quiz)
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    assert_no_barriers(page, script)
    page.locator("button[value=start]").press("Enter")
    expect(page.locator("fieldset[data-item]")).to_have_count(ITEMS)
    assert_no_barriers(page, script)
    assert len(answer_with_the_keyboard(page)) == ITEMS
    assert_no_barriers(page, script)
    page.locator("button[value=finish]").press("Enter")
    expect(page.locator(".result")).to_be_visible()
    assert_no_barriers(page, script)
    found = school.ask(
        "SELECT count(*) FROM lifelong_quizzes_response r"
        " JOIN lifelong_quizzes_attempt a ON a.id = r.attempt_id JOIN auth_user u ON u.id = a.learner_id"
        " WHERE u.username = ? AND r.answer IS NOT NULL AND a.finished_at IS NOT NULL",
        login,
    )
    assert [tuple(row) for row in found] == [(ITEMS,)]
