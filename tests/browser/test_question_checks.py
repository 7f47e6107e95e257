"""A teacher writes questions in a real browser: the checks follow what the editor saves, and lead to the block."""

import re
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

UNFINISHED = """
import json
from quizzes.models import QuizPage
quiz = QuizPage.objects.filter(locale__language_code="ru").first()
raw = json.loads(json.dumps(list(quiz.body.raw_data)))
first, second = [one for one in raw if one["type"] == "single_choice"][:2]
first["value"]["options"][0]["value"]["is_key"] = first["value"]["options"][1]["value"]["is_key"] = False
for option in second["value"]["options"]:
    option["value"]["feedback"] = ""
quiz.body = json.dumps(raw)
quiz.save_revision()
print(quiz.pk, second["id"])
"""


@pytest.fixture(scope="module")
def password(school):
    """The administrator's, which is told once."""
    return re.search(r"Password: (\S+)", school.manage("create_administrator"))[1]


@pytest.fixture
def teacher(school, visitor, password):
    seated = visitor()
    seated.sign_in("admin", password)
    seated.context.add_cookies([{"name": "django_language", "value": "ru", "url": school.address}])
    return seated.page


def test_the_checks_lead_to_the_block_and_follow_what_is_saved(teacher, school):
    page, question = school.manage("shell", "-v0", "-c", UNFINISHED).split()
    teacher.goto(f"/admin/pages/{page}/edit/")
    checks = teacher.locator(".question-checks")
    expect(checks.get_by_text("Исправьте до публикации")).to_be_visible()
    assert not Axe().run(teacher, context=".question-checks").response["violations"]
    silent = checks.get_by_text("Нет обратной связи:")
    silent.first.click()
    feedback = teacher.locator("textarea[name$='-feedback']:visible")
    expect(feedback.first).to_be_visible()
    assert re.search(r"#block-[0-9a-f-]{36}-section$", teacher.url)
    before = silent.count()
    block = teacher.locator(f"[data-contentpath='{question}']")
    # Wagtail saves by itself, and what is typed while it does so waits for the next change.
    tries = count(1)

    def has_followed():
        for field in block.locator("textarea[name$='-feedback']").all():
            field.fill(f"Потому что так устроено, попытка {next(tries)}.")
        teacher.wait_for_timeout(5000)
        return silent.count() == before - 1

    assert any(has_followed() for _ in range(6))


TOO_WIDE = """() => {
    const wide = [];
    for (const one of document.querySelectorAll(".w-panel select")) {
        const column = one.closest(".w-panel__content");
        if (one.offsetParent && one.getBoundingClientRect().right > column.getBoundingClientRect().right + 1)
            wide.push(one.name);
    }
    return wide;
}"""


def test_no_list_of_choices_reaches_out_of_its_column(teacher, school):
    page, _question = school.manage("shell", "-v0", "-c", UNFINISHED).split()
    teacher.goto(f"/admin/pages/{page}/edit/")
    expect(teacher.locator("select[name=mode]")).to_be_visible()
    folded = teacher.locator("[data-panel-toggle][aria-expanded=false]")
    for _ in range(folded.count()):
        folded.first.click()
    expect(teacher.locator("select[name=at_the_end]")).to_be_visible()
    assert teacher.evaluate(TOO_WIDE) == []
