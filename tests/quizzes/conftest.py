"""A small site with a lesson and a test, in Russian, with Kazakh beside it."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page, Site

from lessons.models import LessonPage
from people.accounts import create_learner
from quizzes.models import QuizPage

from .builders import new_id, short_answer, single_choice


@pytest.fixture
def russian(db):
    return Locale.objects.get_or_create(language_code="ru")[0]


@pytest.fixture
def kazakh(db):
    return Locale.objects.get_or_create(language_code="kk")[0]


@pytest.fixture(scope="module")
def small_site(stage):
    """The front page of a small site: to build it takes longer than most tests."""
    return build_small_site()


def build_small_site():
    """Publish the front page of a site in Russian and Kazakh, and return it."""
    russian, kazakh = (Locale.objects.get_or_create(language_code=code)[0] for code in ("ru", "kk"))
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=russian)
    front = root.add_child(instance=Page(title="Школа", slug="shkola", locale=russian))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    front.copy_for_translation(kazakh).save_revision().publish()
    return front


@pytest.fixture
def front(small_site, russian, kazakh):
    """The front page, as it is stored."""
    return Page.objects.get(pk=small_site.pk)


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish a page as the admin does: what Wagtail puts off until the commit happens at once."""

    def publish(page):
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    return publish


@pytest.fixture
def lesson(front, publish):
    """A lesson with a heading and two questions."""
    heading = {"type": "heading", "id": new_id(), "value": "Части компьютера"}
    body = json.dumps([heading, single_choice(), short_answer()])
    return publish(
        front.add_child(instance=LessonPage(title="Урок", slug="urok", locale=front.locale, body=body))
    )


@pytest.fixture
def quiz(front, publish):
    """A test of two questions."""
    body = json.dumps([single_choice(), short_answer()])
    return publish(
        front.add_child(instance=QuizPage(title="Тест", slug="test", locale=front.locale, body=body))
    )


@pytest.fixture
def learner(db):
    return get_user_model().objects.create_user("aigerim")


@pytest.fixture
def signed_in(client, learner):
    client.force_login(learner)
    return client


@pytest.fixture
def staff(db):
    """Return a function that makes somebody who writes a page, and `may` do one thing more to it."""

    def staff(login, page, may="change_page"):
        group = Group.objects.create(name=login)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for codename in {"change_page", may}:
            permission = Permission.objects.get(codename=codename)
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        person = create_learner(login, None, call_name=login.title())
        person.groups.add(group)
        return person

    return staff
