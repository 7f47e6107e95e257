"""A learner takes a test of twenty questions of every type in Kazakh, with the keyboard alone, with script and without.

In each of its states axe finds no barrier: empty, answered, refused, wrong, on the clock, out of time, waiting for a
person's mark, given back, marked, reviewed.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import PASSWORD, TEST, forgive_the_network
from .test_barriers import COLOURS, SIZES, barriers, look

pytestmark = pytest.mark.browser

ADDRESS = "/kk/" + TEST.replace("module-check", "every-type")
CHECKED = "/kk/" + TEST.replace("module-check", "every-type-checked")
ITEMS = 20
IN_RUSSIAN = "[data-item] [lang=ru]"  # how words are marked that nobody has translated
WRITE = """
import json
from wagtail.models import Locale
from wagtail_factories import ImageFactory
from courses.models import ModulePage
from quizzes import registry
from quizzes.models import QuizPage
from tests.quizzes.builders import short_answer, single_choice, translate
from tests.quizzes.types.builders import *
from tests.quizzes.types.kazakh import in_kazakh
from wagtail_localize.models import TranslationSource
module = ModulePage.objects.filter(locale__language_code="ru").order_by("path").first()
picture = ImageFactory(title="desk.png", file__width=1120, file__height=630)
gapped = lambda: gaps("[1], [2], [3].", gap("а"), gap("б", "chosen", "в"), gap("г", "dragged", "д"))
pointed = lambda: hotspot(image=picture.pk)
made = [single_choice, multiple_choice, true_false, short_answer, numerical, matching, ordering, matrix]
made += [pointed, gapped, open_text, reflection, hand_in]
body = [make() for make in [*made, *made[:7]]]
assert {one["type"] for one in body} == {kind.name for kind in registry.all_types()}
checked = {"mode": "checked", "time_limit": 60, "at_the_end": "grace", "grace": 5, "review": "own", "show_answers": "at_once"}
for slug, rules in {"every-type": {}, "every-type-checked": checked}.items():
    quiz = QuizPage(title="Все виды", slug=slug, locale=module.locale, body=json.dumps(body), **rules)
    module.add_child(instance=quiz)
    quiz.save_revision().publish()
    segments = TranslationSource.update_or_create_from_instance(quiz)[0].stringsegment_set.select_related("string")
    texts = {segment.string.as_value().render_text() for segment in segments} - {quiz.title}
    words = {text: in_kazakh(text) for text in texts} | {quiz.title: "Барлық түрлері"}
    translate(quiz, Locale.objects.get(language_code="kk"), words)
"""
OUT_OF_TIME = """
from datetime import timedelta
from django.utils import timezone
from quizzes.models import Attempt
just_now = timezone.now() - timedelta(seconds=1)
assert Attempt.objects.filter(learner__username="{login}", finished_at=None).update(ends_at=just_now) == 1
"""
JUDGE = """
from decimal import Decimal
from django.contrib.auth import get_user_model
from quizzes.judging import Verdict, judge
from quizzes.models import Submission
teacher, _ = get_user_model().objects.get_or_create(username="marat")
theirs = Submission.objects.latest().filter(response__attempt__learner__username="{login}")
assert theirs.count() == 2
for one in theirs:
    judge(one.pk, one.judgements.count(), {verdict}, teacher)
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
    expect(page.locator(IN_RUSSIAN)).to_have_count(0)
    assert_no_barriers(page, script)
    assert len(answer_with_the_keyboard(page)) == ITEMS
    assert_no_barriers(page, script)
    page.locator("button[value=finish]").press("Enter")
    expect(page.locator(".result")).to_be_visible()
    expect(page.locator(IN_RUSSIAN)).to_have_count(0)
    assert_no_barriers(page, script)
    found = school.ask(
        "SELECT count(*) FROM lifelong_quizzes_response r"
        " JOIN lifelong_quizzes_attempt a ON a.id = r.attempt_id JOIN auth_user u ON u.id = a.learner_id"
        " WHERE u.username = ? AND r.answer IS NOT NULL AND a.finished_at IS NOT NULL",
        login,
    )
    assert [tuple(row) for row in found] == [(ITEMS,)]


def test_no_state_of_the_twenty_questions_has_a_barrier(visitor, logins, quiz, school):
    seated = visitor()
    login, page, found = next(logins), seated.page, {}

    def see(state):
        for number, colour in enumerate(COLOURS):
            look(page, colour, SIZES[(len(found) + number) % 3])
            found[state] = found.get(state, []) + barriers(page)
        look(page, COLOURS[0], SIZES[0])

    def tell(what, **more):
        school.manage("shell", "-v0", "-c", what.format(login=login, **more))
        page.goto(CHECKED)

    seated.sign_in(login, PASSWORD)
    page.goto(CHECKED)
    page.locator("button[value=start]").press("Enter")
    expect(page.locator("[data-timer-left]")).to_be_visible()
    see("empty, on the clock")
    game = {"name": "game.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}
    page.locator("[data-item] [type=file]").first.set_input_files(game)
    expect(page.locator(".field-error")).to_be_visible()
    see("refused")
    page.goto(CHECKED)
    answer_with_the_keyboard(page)
    see("answered, on the clock")
    before = page.locator("fieldset[data-state=wrong]").count()
    buttons = page.locator("button[value^=check]").all()
    for what in [button.get_attribute("value") for button in buttons]:
        check_with_the_keyboard(page, what)
    assert page.locator("fieldset[data-state=wrong]").count() > before
    see("checked, some wrong")
    tell(OUT_OF_TIME)
    expect(page.locator("fieldset:disabled").first).to_be_visible()
    see("out of time")
    page.locator("button[value=finish]").first.press("Enter")
    expect(page.locator(".result")).to_be_visible()
    expect(page.locator(".feedback-waiting").first).to_be_visible()
    see("waiting for a person")
    tell(JUDGE, verdict="Verdict(None, 'Мысал қосыңыз.')")
    expect(page.locator(".feedback-returned").first).to_be_visible()
    see("given back")
    tell(JUDGE, verdict="Verdict(Decimal('0.5'), 'Жақсы.')")
    expect(page.locator(".feedback-partly blockquote").first).to_be_visible()
    expect(page.locator(".right-answer").first).to_be_visible()
    see("marked and reviewed")
    forgive_the_network(seated)
    assert len(found) == 8
    assert not {state: what for state, what in found.items() if what}


def check_with_the_keyboard(page, what):
    """Press a button that checks one answer, and wait for what is said to it."""
    page.locator(f"button[value='{what}']").press("Enter")
    expect(page.locator(f"#item-{what.removeprefix('check:')} [data-feedback]")).not_to_be_empty()
