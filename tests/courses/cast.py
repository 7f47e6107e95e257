"""A small school: one subject with a course of two modules, and the people around it."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Locale, Page, Site

from people.accounts import create_learner
from tests import factories
from tests.quizzes.builders import single_choice, translate


@pytest.fixture
def languages(db):
    """The three languages, by code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("kk", "ru", "en")}


@pytest.fixture
def front(languages):
    root = Page.objects.get(depth=1)
    front = factories.HomePageFactory(parent=root, title="Школа", slug="shkola")
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front


@pytest.fixture
def subject(front):
    subjects = factories.CourseIndexPageFactory(parent=front, title="Курсы", slug="kursy")
    return factories.SubjectPageFactory(parent=subjects, title="Компьютер", slug="komputer")


@pytest.fixture
def course(subject):
    return factories.CoursePageFactory(
        parent=subject, title="Компьютер без страха", slug="bez-straha", outcomes="Включать\n\n Выключать "
    )


@pytest.fixture
def module(course):
    return factories.ModulePageFactory(parent=course, title="Первые шаги", slug="shagi")


@pytest.fixture
def lesson(module):
    """The first lesson, with one question."""
    body = json.dumps([single_choice()])
    return factories.LessonPageFactory(parent=module, title="Части", slug="chasti", body=body)


@pytest.fixture
def second_lesson(lesson, module):
    """The second lesson, to read only."""
    return factories.LessonPageFactory(parent=module, title="Экран", slug="ekran")


@pytest.fixture
def quiz(second_lesson, course):
    """The test, in a module of its own at the end."""
    last = factories.ModulePageFactory(parent=course, title="Проверка", slug="proverka")
    return factories.QuizPageFactory(parent=last, title="Тест", slug="test")


@pytest.fixture
def other_course(subject):
    return factories.CoursePageFactory(parent=subject, title="Лидерство", slug="liderstvo")


@pytest.fixture
def in_language(languages):
    """Return a function that publishes pages in another language, words and all, and gives the last of them."""

    def publish(code, *pages):
        words = [translate(page, languages[code], {page.title: f"{page.title} {code}"}) for page in pages]
        return words[-1]

    return publish


@pytest.fixture
def whole_course_in(front, subject, course, module, lesson, second_lesson, quiz, in_language):
    """Return a function that publishes everything in another language and gives the course."""

    def publish(code):
        rest = (module, lesson, second_lesson, quiz.get_parent().specific, quiz)
        in_language(code, front, subject.get_parent().specific, subject, course, *rest)
        return type(course).objects.get(translation_key=course.translation_key, locale__language_code=code)

    return publish


@pytest.fixture
def learner(db):
    return create_learner("aigerim", "bomuka-tesogu-47", call_name="Айгерім")


@pytest.fixture
def teacher(course):
    """Somebody who works on the course in the admin."""
    return staff("teacher", course)


@pytest.fixture
def stranger():
    """The browser of somebody who has not signed in."""
    return Client()


@pytest.fixture
def seat():
    """Return a function that seats somebody at a browser of their own."""

    def seat(person):
        browser = Client()
        browser.force_login(person)
        return browser

    return seat


def staff(login, page):
    group = Group.objects.create(name=login)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=change)
    person = create_learner(login, None)
    person.groups.add(group)
    return person
