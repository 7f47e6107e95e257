"""A learner hands in a text and a photo without script, improves what comes back, and reads the mark; a teacher marks."""

import re
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import follow
from tests.quizzes.types.files import photo

from .conftest import COURSE, PASSWORD, forgive_the_network

pytestmark = pytest.mark.browser

QUIZ = COURSE + "first-steps/my-plan/"
WRITE_THE_QUIZ = """
import json
from courses.models import ModulePage
from quizzes.models import QuizPage
from tests.quizzes.types.builders import hand_in, open_text, rubric
levels = [("0", "Из плана ничего не понять"), ("2", "Понятно, что и когда")]
body = [
    open_text("О чём ваш проект?", points="4", model_answer="Назвать, кому и чем он поможет."),
    hand_in("Сфотографируйте план на бумаге.", rubric=rubric(("Ясность", levels))),
]
above = ModulePage.objects.get(locale__language_code="ru", slug="first-steps")
page = QuizPage(title="Мой план", slug="my-plan", locale=above.locale, body=json.dumps(body))
above.add_child(instance=page).save_revision().publish()
"""


@pytest.fixture(scope="module")
def quiz(school):
    school.manage("shell", "-v0", "-c", WRITE_THE_QUIZ)
    return re.search(r"Password: (\S+)", school.manage("create_administrator"))[1]


@pytest.fixture
def teacher(visitor, quiz):
    """The administrator, whose admin is in Russian."""
    seated = visitor()
    seated.sign_in("admin", quiz)
    return seated


@pytest.fixture
def pictures(tmp_path):
    """Return a function that makes a photo on the learner's disk."""
    numbers = count()

    def picture(name):
        path = tmp_path / name
        path.write_bytes(photo(size=(800, 600), color=(next(numbers) * 90 % 255, 120, 140)))
        return path

    return picture


def sit_down(visitor, login, script=True):
    """Return the page of the test in the learner's browser; nothing is begun yet."""
    seated = visitor(script=script)
    seated.sign_in(login, PASSWORD)
    seated.page.goto(f"/ru/{QUIZ}")
    return seated.page


def begin(page):
    follow(page.locator("button[value=start]"))
    expect(page.locator(".question").first).to_be_visible()


def question(page, number):
    return page.locator(".question").nth(number)


def check_with_axe(page, where="main"):
    found = Axe().run(page, context=where)
    assert found.violations_count == 0, found.generate_report()


def open_the_answer(desk, words):
    """Go to the first answer in the queue to a question, as the teacher does by clicking the learner's name."""
    desk.goto("/admin/marking/")
    row = desk.locator("tr", has_text=words).first
    row.get_by_role("link").first.click()
    expect(desk.locator("#marking-question")).to_contain_text(words)


def test_a_photo_goes_to_the_teacher_comes_back_and_is_marked(visitor, logins, teacher, pictures):
    login, desk = next(logins), teacher.page
    page = sit_down(visitor, login, script=False)
    begin(page)
    beside = sit_down(visitor, login)  # axe needs script

    # The learner hands in, without script.
    question(page, 0).locator("textarea").fill("Сад у школы.")
    question(page, 1).locator("input[type=file]").set_input_files(
        [pictures("план.jpg"), pictures("лишнее.jpg")]
    )
    page.locator("button[value=save]").last.click()
    expect(question(page, 1).locator(".handed-in a")).to_have_text(["план.jpg", "лишнее.jpg"])
    question(page, 1).get_by_label("Убрать лишнее.jpg").check()
    page.locator("button[value=finish]").click()
    expect(page.locator(".result h2")).to_have_text("Ждёт проверки")
    expect(question(page, 1).locator(".handed-in a")).to_have_text(["план.jpg"])

    # The teacher gives the photo back.
    desk.goto("/admin/marking/")
    check_with_axe(desk)
    open_the_answer(desk, "Сфотографируйте")
    expect(desk.locator(".handed-in-photo")).to_have_js_property("naturalWidth", 800)
    check_with_axe(desk)
    desk.locator("[name=comment]").fill("Снимите ближе, чтобы можно было прочитать.")
    desk.locator("button[value=return]").click()
    expect(desk.locator(".messages")).to_contain_text("Возвращено на доработку")

    # The learner is told, and improves this one answer.
    page.goto("/ru/my-learning/")
    expect(page.locator(".to-improve a")).to_have_text("Мой план")
    page.goto(f"/ru/{QUIZ}")
    expect(page.locator(".result h2")).to_have_text("Ответ нужно доработать")
    expect(question(page, 1)).to_contain_text("Снимите ближе")
    beside.reload()
    check_with_axe(beside)
    question(page, 1).get_by_label("Убрать план.jpg").check()
    question(page, 1).locator("input[type=file]").set_input_files(pictures("ближе.jpg"))
    question(page, 1).locator("button[value^=improve]").click()
    expect(question(page, 1).locator(".handed-in a")).to_have_text(["ближе.jpg"])
    expect(question(page, 1)).to_contain_text("Преподаватель проверит")

    # The teacher sees both photos, and marks photo and text.
    open_the_answer(desk, "Сфотографируйте")
    expect(desk.locator(".handed-in-photo")).to_have_count(2)
    expect(desk.locator(".marking-earlier")).to_contain_text("Снимите ближе")
    check_with_axe(desk)
    desk.get_by_label("Понятно, что и когда").check()
    follow(desk.locator("button[value=mark]"))
    open_the_answer(desk, "О чём ваш проект?")
    desk.locator("[name=points]").fill("9")
    follow(desk.locator("button[value=mark]"))
    check_with_axe(desk)
    desk.locator("[name=points]").fill("3,5")
    forgive_the_network(teacher)  # what was refused is answered with 422
    desk.locator("[name=comment]").fill("Хорошая мысль!")
    desk.locator("button[value=mark]").click()
    expect(desk.locator(".messages")).to_contain_text("Оценка сохранена")

    # The learner reads it.
    page.goto(f"/ru/{QUIZ}")
    expect(question(page, 0)).to_contain_text("Баллы: 3,5 из 4")
    expect(question(page, 0)).to_contain_text("Хорошая мысль!")
    expect(question(page, 1)).to_contain_text("Понятно, что и когда")
    expect(page.locator(".result-figure")).to_be_visible()
    beside.reload()
    check_with_axe(beside)


def test_with_script_a_chosen_file_is_there_at_once(visitor, logins, quiz, pictures):
    page = sit_down(visitor, next(logins))
    begin(page)
    question(page, 0).locator("textarea").fill("Сад")
    question(page, 1).locator("input[type=file]").set_input_files(pictures("план.jpg"))
    expect(question(page, 1).locator(".handed-in a")).to_have_text(["план.jpg"])
    expect(question(page, 1).locator("[data-save-state]")).to_have_text("Сохранено.")
    expect(question(page, 0).locator("textarea")).to_have_value("Сад")
    question(page, 1).get_by_label("Убрать план.jpg").check()
    expect(question(page, 1).locator("[data-save-state]")).to_have_text("Сохранено.")
    page.reload()
    expect(question(page, 1).locator(".handed-in a")).to_have_count(0)
    expect(question(page, 0).locator("textarea")).to_have_value("Сад")


def test_with_script_a_file_that_is_refused_is_named_where_it_was_chosen(
    visitor, logins, quiz, pictures, tmp_path
):
    seated = visitor()
    seated.sign_in(next(logins), PASSWORD)
    page = seated.page
    page.goto(f"/ru/{QUIZ}")
    begin(page)
    web = tmp_path / "страница.html"
    web.write_text("<script>alert(1)</script>")
    question(page, 1).locator("input[type=file]").set_input_files([web, pictures("план.jpg")])
    expect(question(page, 1).locator(".field-error")).to_contain_text(
        "«страница.html»: такой файл здесь сдать нельзя"
    )
    expect(question(page, 1).locator(".handed-in a")).to_have_text(["план.jpg"])
    check_with_axe(page)
    large = tmp_path / "большой.pdf"
    large.write_bytes(b"%PDF-" + bytes(11 * 1024 * 1024))
    question(page, 1).locator("input[type=file]").set_input_files(large)
    expect(question(page, 1).locator("[data-save-state]")).to_have_text("большой.pdf: Файл слишком большой.")
    forgive_the_network(seated)
