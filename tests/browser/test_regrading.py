"""A teacher corrects a key and changes the marks, in a real browser: four screens that everybody can read."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import forgive_the_network

pytestmark = pytest.mark.browser

# A dozen people take the module's test; half of them choose the key. Then the teacher corrects it.
TAKEN = """
import json
from django.utils import translation
from people.accounts import create_learner
from quizzes.answering import edit_of
from quizzes.finishing import finish
from quizzes.models import QuizPage
from quizzes.saving import Typed, begin, save
translation.activate("ru")
NAMES = ("Айша", "Ерлан", "Жанна", "Қайрат", "Лаура", "Мұрат", "Нұргүл", "Олжас", "Сәуле", "Тимур", "Ұлжан", "Әсел")
quiz = QuizPage.objects.filter(locale__language_code="ru").first()
items = quiz.get_items()
number, item = next((n, one) for n, one in enumerate(items) if one.content["type"] == "single_choice")
key = next(one["id"] for one in item.rules["options"] if one["is_key"])
other = next(one["id"] for one in item.rules["options"] if not one["is_key"])
for place, name in enumerate(NAMES):
    learner = create_learner(f"taker-{place}", None, call_name=name)
    attempt = begin(learner, quiz.translation_key, "test", quiz.get_published_version().pk)
    answer = {"option": key if place % 2 else other}
    save(learner, quiz.translation_key, lambda attempt: [Typed(item, answer)], edit_of({}))
    finish(attempt.pk)
raw = json.loads(json.dumps(list(quiz.body.raw_data)))
for option in next(one for one in raw if one["id"] == item.id)["value"]["options"]:
    option["value"]["is_key"] = option["id"] == other
quiz.body = json.dumps(raw)
quiz.save_revision().publish()
print(quiz.pk, item.id)
"""


@pytest.fixture(scope="module")
def asked(school):
    """(number of the page, id of the question whose key was corrected)"""
    return school.manage("shell", "-v0", "-c", TAKEN).split()


@pytest.fixture(scope="module")
def password(school):
    """The administrator's, which is told once."""
    return re.search(r"Password: (\S+)", school.manage("create_administrator"))[1]


@pytest.fixture
def teacher(school, visitor, asked, password):
    seated = visitor()
    seated.sign_in("admin", password)
    seated.context.add_cookies([{"name": "django_language", "value": "ru", "url": school.address}])
    yield seated.page
    forgive_the_network(seated)  # of an empty form it says "422"


def assert_all_can_use(page):
    """Wagtail's own frame around it is Wagtail's. Its scripts write part of a page, such as how long ago it was."""
    page.wait_for_load_state()
    found = Axe().run(page, context="#main").response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1024, "height": 768})


def test_a_corrected_key_is_brought_to_those_who_answered(teacher, asked):
    page, item = asked
    teacher.goto(f"/admin/pages/{page}/edit/")
    teacher.locator("[data-w-dropdown-target=toggle]").first.click()
    teacher.get_by_role("link", name="Пересчитать баллы…").first.click()
    expect(teacher.get_by_text("Баллов изменится: 12")).to_be_visible()
    assert_all_can_use(teacher)
    teacher.locator(f"a[href*='{item}']").click()
    expect(teacher.locator(".regrading-summary dd").first).to_have_text("6")
    assert_all_can_use(teacher)
    teacher.get_by_role("button", name="Изменить баллы").click()
    expect(teacher.get_by_text("Баллы изменены в 12 тестах.")).to_be_visible()
    teacher.get_by_role("link", name="Проверено заново по верному ответу").click()
    expect(teacher.get_by_text("Айша")).to_be_visible()
    assert_all_can_use(teacher)
    teacher.goto(f"/admin/regrade/{page}/{item}/everybody/")
    teacher.get_by_role("button", name="Изменить баллы").click()
    expect(teacher.locator(".w-field__errors, .error-message")).not_to_have_count(0)
    assert_all_can_use(teacher)
    teacher.get_by_label("Почему").fill("Оба ответа верны")
    teacher.get_by_role("button", name="Изменить баллы").click()
    expect(teacher.get_by_text("У всех полный балл")).to_be_visible()


def test_the_statistics_of_questions_can_be_read_by_everybody(teacher, asked):
    page, _item = asked
    teacher.goto(f"/admin/question-statistics/{page}/")
    expect(teacher.get_by_text("Ответов пока мало, чтобы судить: 12 из 20.").first).to_be_visible()
    teacher.locator(".statistics-more summary").nth(1).click()
    expect(teacher.get_by_text("Индекс различения").first).to_be_visible()
    assert_all_can_use(teacher)
