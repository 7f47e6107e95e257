"""The foreign site takes our rooms in, and somebody there is asked questions.

Run by the test in a process of its own: `take_quiz.py FOLDER`, where FOLDER is where our wheel went.
"""

import json
import os
import re
import sys
import uuid

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "foreign.settings"
django.setup()

from django.conf import settings  # noqa: E402 - Django has to be set up first
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

import quizzes  # noqa: E402
from quizzes.models import Attempt, QuizPage  # noqa: E402


def question(kind, **value):
    common = {"stem": "Is water wet?", "explanation": "", "points": "1"}
    return {"type": kind, "id": str(uuid.uuid4()), "value": common | value}


def questions():
    options = [{"text": "Tea", "is_key": True}, {"text": "Sand", "is_key": False}]
    members = [{"type": "item", "id": str(uuid.uuid4()), "value": option} for option in options]
    return [question("single_choice", options=members), question("yes_or_no", is_true=True)]


def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


class Visitor:
    """A browser: it reads a page and posts its form with the token that the page gave."""

    def __init__(self, page):
        self.client = Client(enforce_csrf_checks=True)
        self.url = page.get_url()

    def read(self):
        response = self.client.get(self.url)
        assert response.status_code == 200, (self.url, response.status_code)
        return response.content.decode()

    def press(self, button, **answers):
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.read())
        assert token, f"The form on {self.url} has no token."
        posted = {"csrfmiddlewaretoken": token[1], "do": button, **answers}
        return self.client.post(self.url, posted)


def right_answers(items):
    choice, yes_or_no = items
    key = next(option["id"] for option in choice.rules["options"] if option["is_key"])
    return {choice.field_name: key, yes_or_no.field_name: "true"}


def take_a_test(home, member):
    page = publish(home, QuizPage(title="Test", slug="test", body=json.dumps(questions())))
    visitor = Visitor(page)
    html = visitor.read()
    assert 'class="evening-school"' in html, "The page does not wear the site's own skin."
    assert settings.LOGIN_URL == "/come-in/"
    visitor.client.force_login(member)
    visitor.press("start")
    assert 'value="false"' in visitor.read(), "The site's own question type is not shown."
    assert visitor.press("finish", **right_answers(page.get_items())).status_code == 302
    attempt = Attempt.objects.get(learner=member, page_key=page.translation_key)
    assert attempt.percent == 100, attempt.percent


def a_stranger_is_sent_to_the_sites_own_door(page):
    stranger = Client()
    response = stranger.post(page.get_url(), {"do": "start"})
    assert response.url.startswith("/come-in/?"), response


def answer_in_a_lesson(parent, member):
    from lessons.models import LessonPage

    heading = {"type": "heading", "id": str(uuid.uuid4()), "value": "Water"}
    body = json.dumps([heading, *questions()])
    page = publish(parent, LessonPage(title="Lesson", slug="lesson", body=body))
    visitor = Visitor(page)
    visitor.client.force_login(member)
    return page, visitor


def check_both(page, visitor, member):
    items = page.get_items()
    versions = {f"version-{item.id}": item.digest for item in items}
    for item in items:
        visitor.press(f"check:{item.id}", **versions, **right_answers(items))
    attempt = Attempt.objects.get(learner=member, page_key=page.translation_key)
    assert [response.fraction for response in attempt.responses.all()] == [1, 1]


def learn_in_a_course(home, member):
    from courses.models import CourseIndexPage, CoursePage, ModulePage, SubjectPage

    parent = home
    for kind in (CourseIndexPage, SubjectPage, CoursePage, ModulePage):
        parent = publish(parent, kind(title=kind.__name__, slug=kind.__name__.lower()))
    course = parent.get_parent().specific
    page, visitor = answer_in_a_lesson(parent, member)
    assert visitor.client.get(page.get_url()).status_code == 302, "The course does not guard its lesson."
    joining = Visitor(course)
    joining.client = visitor.client
    joining.press("enrol")
    check_both(page, visitor, member)


def main(installed):
    assert quizzes.__file__.startswith(installed), f"{quizzes.__file__} is not what was installed."
    call_command("migrate", verbosity=0)
    call_command("makemigrations", check=True, dry_run=True)  # exits when one is missing
    home = Page.objects.get(depth=2)
    Site.objects.update(hostname="testserver")
    member = get_user_model().objects.create_user("member", "member@example.org", "a long password")
    take_a_test(home, member)
    a_stranger_is_sent_to_the_sites_own_door(QuizPage.objects.get())
    if "courses" in settings.ROOMS:
        learn_in_a_course(home, member)
    elif "lessons" in settings.ROOMS:
        check_both(*answer_in_a_lesson(home, member), member)


main(sys.argv[1])
