"""A teacher writes a lesson in the admin, looks at it, translates it, and corrects a key while somebody answers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import follow
from tests.editing import publish

pytestmark = pytest.mark.browser

COURSE = "courses/computer-literacy/computer-without-fear/"
LESSON = COURSE + "first-steps/mysh-i-tachpad/"
STEM = "Чем открывают ссылку?"
MODULE = """
    SELECT page.id FROM wagtailcore_page page
    JOIN lifelong_courses_modulepage module ON module.page_ptr_id = page.id
    JOIN wagtailcore_locale locale ON locale.id = page.locale_id WHERE locale.language_code = 'ru'
"""
PAGE = """
    SELECT page.id FROM wagtailcore_page page JOIN wagtailcore_locale locale ON locale.id = page.locale_id
    WHERE page.slug = 'mysh-i-tachpad' AND locale.language_code = ?
"""


@pytest.fixture
def teacher(school, visitor):
    told = school.manage("create_administrator")
    seated = visitor(locale="en")
    seated.sign_in("admin", re.search(r"Password: (\S+)", told)[1])
    return seated.page


@pytest.fixture
def learner(school, visitor):
    school.manage("create_learner", "timur", "--name", "Тимур", "--password", "tihaya-reka-7")
    seated = visitor(script=False)
    seated.sign_in("timur", "tihaya-reka-7")
    seated.page.goto(f"/ru/{COURSE}")
    follow(seated.page.locator("button[value=enrol]"))
    return seated.page


def add(page, name):
    page.locator(".c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def write_the_lesson(page, school):
    page.goto(f"/admin/pages/add/lifelong_lessons/lessonpage/{school.ask(MODULE)[0][0]}/")
    page.get_by_placeholder("Page title").press_sequentially("Мышь и тачпад")
    expect(page.locator("[name=slug]")).to_have_value("mysh-i-tachpad")
    page.locator(".c-sf-add-button").last.click()
    expect(page.get_by_role("option", name="Table", exact=True)).to_be_visible()
    expect(page.get_by_role("option", name="not installed")).to_have_count(0)
    page.keyboard.press("Escape")
    add(page, "Single choice")
    page.locator("[name='body-0-value-stem']").fill(STEM)
    for number, text in enumerate(["Одним нажатием левой кнопки", "Тремя быстрыми нажатиями"]):
        page.locator(f"[name='body-0-value-options-{number}-value-text']").fill(text)
        page.locator(f"[name='body-0-value-options-{number}-value-feedback']").fill(f"Почему: {text}")
    page.locator("[name='body-0-value-options-0-value-is_key']").check()
    add(page, "Short answer")
    page.locator("[name='body-1-value-stem']").fill("Что двигают рукой?")
    page.locator("[name='body-1-value-answers-0-value-spellings']").fill("мышь\nмышка")


def translate(page, text, said):
    """Translate one sentence in wagtail-localize's editor."""
    segment = page.locator("li", has_text=text).last
    segment.get_by_role("button", name="Translate").click()
    page.locator("textarea:visible").fill(said)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(said)).to_be_visible()


def versions(school):
    return school.ask("SELECT count(*) FROM lifelong_quizzes_quizversion")[0][0]


def test_a_lesson_is_written_previewed_translated_and_corrected(teacher, learner, school):
    write_the_lesson(teacher, school)
    teacher.locator("[data-side-panel-toggle=preview]").click()
    preview = teacher.frame_locator("#w-preview-iframe, iframe[title*=Preview]").first
    expect(preview.get_by_text(STEM)).to_be_visible(timeout=20_000)
    assert school.ask("SELECT count(*) FROM lifelong_quizzes_attempt") == [(0,)]
    publish(teacher)
    source = school.ask(PAGE, "ru")[0][0]
    frozen = versions(school)

    teacher.goto(f"/admin/localize/submit/page/{source}/")
    for box in teacher.locator("input[name=locales]").all():
        box.check(force=True)
    follow(teacher.locator("form:has([name=locales]) [type=submit]").last)
    teacher.goto(f"/admin/pages/{school.ask(PAGE, 'kk')[0][0]}/edit/")
    translate(teacher, "Мышь и тачпад", "Тінтуір мен тачпад")
    translate(teacher, STEM, "Сілтемені қалай ашады?")
    follow(teacher.get_by_role("button", name="Publish in Қазақша"))
    assert versions(school) == frozen

    learner.goto(f"/kk/{LESSON}")
    expect(learner.locator("h1")).to_have_text("Тінтуір мен тачпад")
    expect(learner.locator(".question-words").first).to_have_text("Сілтемені қалай ашады?")
    expect(learner.locator(".option [lang=ru]").first).to_be_visible()
    shown = learner.locator("fieldset[data-item]").first
    shown.locator("input[type=radio]").first.check()

    teacher.goto(f"/admin/pages/{source}/edit/")
    teacher.locator("[name='body-0-value-stem']").fill("Чем НЕ открывают ссылку?")
    teacher.locator("[name='body-0-value-options-0-value-is_key']").uncheck()
    teacher.locator("[name='body-0-value-options-1-value-is_key']").check()
    publish(teacher)
    assert versions(school) == frozen + 1

    follow(shown.locator("button[value^=check]"))  # judged by what was on screen
    assert school.ask("SELECT CAST(fraction AS INTEGER) FROM lifelong_quizzes_response") == [(1,)]
    learner.goto(f"/kk/{LESSON}")
    expect(learner.locator(".question-words [lang=ru]").first).to_have_text("Чем НЕ открывают ссылку?")
    expect(learner.locator("fieldset[data-item]").first).to_have_attribute("data-state", "open")
