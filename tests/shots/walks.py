"""Who walks through the site, and where they stop for a picture. A new page or state gets a stop here."""

import re
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Page, expect

from tests.browsing import fill_in, follow
from tests.journeys.school import School

EVERYTHING = "from tests.shots.everything import write; write()"  # its models need a server

POWER_CUT = "from tests.shots.teaching import cut_the_power; cut_the_power('{login}')"

COURSE = "courses/computer-literacy/computer-without-fear/"
LESSON = COURSE + "first-steps/parts-and-switching-on/"
TEST = COURSE + "first-steps/module-check/"
PASSWORD = "tihaya-reka-7"
OWN_THOUGHTS = "Апаға суретті ашуды үйреттім.\nОл енді өзі хат жазады. Самой было трудно ждать."

RENDER = """
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override
from django.views.defaults import permission_denied, server_error
request = RequestFactory().get("/{language}/", HTTP_HOST="127.0.0.1")
request.user, request.session = AnonymousUser(), {{}}
with override("{language}"):
    response = {view}
print(response.content.decode())
"""
BROKEN = {"403": "permission_denied(request, Exception())", "500": "server_error(request)"}


@dataclass
class Seat:
    """A person at a browser, and the login that is theirs alone."""

    page: Page
    school: School
    language: str
    login: str

    def go(self, path):
        self.page.goto(f"/{self.language}/{path}")

    def sign_in(self):
        self.school.manage("create_learner", self.login, "--name", "Айгүл", "--password", PASSWORD)
        self.go("sign-in/")
        self.page.fill("[name=username]", self.login)
        self.page.fill("[name=password]", PASSWORD)
        self.press("main button")
        self.page.wait_for_url(re.compile("my-learning"))

    def press(self, selector):
        """Press a button of a form and wait for the page that answers."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def answer(self, answers, rightly):
        """Answer every question on the page."""
        for question in self.page.locator("fieldset[data-item]").all():
            given = answers[question.get_attribute("data-item")]
            fill_in(question, given["right" if rightly else "wrong"])


def stranger(seat):
    """Somebody who looks around before the door, mistypes, and meets what can go wrong."""
    page = seat.page
    for path, scene in [
        ("", "front"),
        ("courses/", "catalogue"),
        ("courses/computer-literacy/", "subject"),
        (COURSE, "course"),
        ("sign-in/", "sign-in"),
        ("search/", "search"),
        ("search/?q=%D0%BA%D0%BE%D0%BC%D0%BF", "search-found"),
        ("search/?q=%D0%BA%D0%BE%D0%BC%D0%BF%D1%83%D1%82%D0%B5%D1%80", "search-near"),
        ("search/?q=qqqqqq", "search-nothing"),
        ("nothing-here/", "404"),
    ]:
        seat.go(path)
        yield scene
    seat.go("sign-in/")
    seat.press("main button")
    yield "sign-in-error"
    for _ in range(6):
        seat.go("sign-in/")
        page.fill("[name=username]", seat.login)
        page.fill("[name=password]", "wrong")
        seat.press("main button")
    yield "locked"
    seat.go("sign-in/")
    page.context.clear_cookies()
    seat.press("main button")
    yield "csrf"
    yield from _broken(seat)


def _broken(seat):
    """Pages that nobody can ask for."""
    for name, view in BROKEN.items():
        html = seat.school.manage("shell", "-v0", "-c", RENDER.format(language=seat.language, view=view))
        seat.page.route(f"**/{name}/", partial(_answer_with, html))
        seat.go(f"{name}/")
        yield name


def _answer_with(html, route):
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


def learner(seat):
    """Aigul, from the first sign-in to the end of her course."""
    answers = seat.school.answers()
    seat.sign_in()
    yield "my-learning-empty"
    seat.go("notebook/")
    yield "notebook-empty"
    seat.go("account/")
    yield "account"
    seat.go(COURSE)
    yield "course-before-joining"
    seat.press("button[value=enrol]")
    yield "course-joined"
    seat.go("")
    yield "front-signed-in"
    seat.go(LESSON)
    yield "lesson"
    yield from _practise(seat, answers)
    seat.go("my-learning/")
    yield "my-learning-current"
    seat.go(COURSE)
    yield "course-current"
    yield from _take_the_test(seat, answers)
    seat.go(COURSE)
    yield "course-completed"
    seat.go("my-learning/")
    yield "my-learning-completed"
    seat.go("courses/")
    yield "catalogue-completed"
    seat.go(LESSON)
    yield "lesson-completed"


def exerciser(seat):
    """Somebody who comes for the exercises: with the mouse, on the keyboard, with files and folders."""
    seat.sign_in()
    seat.go(COURSE)
    seat.press("button[value=enrol]")
    for lesson in ("mouse-and-touchpad", "keyboard-and-kazakh-letters", "files-and-folders"):
        seat.go(f"{COURSE}first-steps/{lesson}/")
        yield lesson


def _practise(seat, answers):
    page = seat.page
    for rightly, scene in ((False, "lesson-wrong"), (True, "lesson-right")):
        seat.answer(answers, rightly)
        for number in range(page.locator("button[value^=check]").count()):
            page.locator("button[value^=check]").nth(number).click()
            page.wait_for_load_state()
            expect(page.locator("fieldset[data-item]").nth(number).locator(".feedback")).to_be_visible()
        yield scene
    seat.press("button[value=done]")


def _take_the_test(seat, answers):
    page = seat.page
    seat.go(TEST)
    yield "test-start"
    seat.press("button[value=start]")
    yield "test-open"
    seat.answer(answers, rightly=False)
    page.wait_for_timeout(1500)
    yield "test-answered"
    seat.press("button[value=finish]")
    expect(page.locator(".result")).to_be_visible()
    yield "result-not-yet"
    seat.press("button[value=start]")
    seat.answer(answers, rightly=True)
    seat.press("button[value=finish]")
    yield "result-passed"


def everybody(seat):
    """Somebody who meets every block and every kind of question, in a course that is in Russian only."""
    seat.school.manage("shell", "-v0", "-c", EVERYTHING)
    course = "/ru/courses/computer-literacy/everything/"
    seat.sign_in()
    page = seat.page
    page.goto(course)
    seat.press("button[value=enrol]")
    yield "course-in-russian-only"
    page.goto(f"/{'kk' if seat.language == 'ru' else seat.language}{course[3:]}")
    yield "not-translated-yet"
    page.goto(f"{course}module/lesson/")
    yield "everything"
    page.locator("button[value^=check]").first.click()
    page.wait_for_timeout(1000)
    yield "everything-unanswered"
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.locator("fieldset[data-item]:has(button[value^='save:']) textarea").first.fill(OWN_THOUGHTS)
    seat.go("my-learning/")
    yield "my-learning-with-notebook"
    seat.go("notebook/")
    expect(page.locator("main section.card")).to_have_count(1)
    yield "notebook"
    page.goto(f"{course}sources/")
    yield "sources"
    page.goto(f"{course}module/exercises/")
    yield "exercises"
    page.goto(f"{course}module/test/")
    yield "test-timed-start"
    seat.press("button[value=start]")
    yield "test-timed-open"
    seat.school.manage("shell", "-v0", "-c", POWER_CUT.format(login=seat.login))
    seat.page.goto(f"{course}module/test/")
    yield "test-open-again"
    seat.press("button[value=go-on]")
    yield "test-gone-on"
    seat.press("button[value=finish]")
    yield "result-waiting"


def teacher(seat):
    """A teacher who looks at how a test went, who took it, which question was too hard, and how far everybody is."""
    taught = f"from tests.shots.teaching import write; write({seat.login!r}, {seat.language!r})"
    pk, course_key = seat.school.manage("shell", "-v0", "-c", taught).split()
    page = seat.page
    page.goto("/admin/login/")
    page.fill("[name=username]", seat.login)
    page.fill("[name=password]", PASSWORD)
    seat.press("button[type=submit]")
    for path, scene in [
        (f"attempts/{pk}/", "attempts"),
        (f"attempts/{pk}/?which=unusual", "attempts-unusual"),
        (f"question-statistics/{pk}/", "statistics"),
        (f"regrade/{pk}/", "regrade"),
        ("progress/", "progress-courses"),
        (f"progress/{course_key}/", "progress-sheet"),
    ]:
        assert page.goto(f"/admin/{path}").ok
        yield scene
    page.goto(f"/admin/attempts/{pk}/")
    follow(page.locator("main tbody a").first)
    yield "attempt"


WALKS = [stranger, learner, exerciser, everybody, teacher]
