"""The groups that a new site begins with: what their people can do, and that nobody's own changes are undone."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client

from people.accounts import create_learner

SCREENS = [
    "places/new/",
    "cohorts/new/",
    "lab-computers/new/",
    "guardians/new/",
    "consents/new/",
    "personal-data/",
    "settings/lifelong_people/keepingrules/",
    "settings/lifelong_lessons/labsettings/",
    "settings/lifelong_lessons/helplines/",
    "pages/1/",
]


@pytest.fixture
def groups(db):
    call_command("create_groups")
    return {group.name: group for group in Group.objects.all()}


def desk_of(group):
    person = create_learner("dana", None)
    person.groups.add(group)
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.mark.parametrize("screen", SCREENS)
def test_a_coordinator_may_do_what_a_coordinator_has_to(groups, screen):
    answer = desk_of(groups["Координаторы"]).get(f"/admin/{screen}", follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] != "/admin/"


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "pages/1/"])
def test_a_teacher_may_not(groups, screen):
    desk = desk_of(groups["Преподаватели"])
    assert desk.get("/admin/").status_code == 200
    assert desk.get(f"/admin/{screen}", follow=True).request["PATH_INFO"] == "/admin/"


def test_a_later_start_undoes_nothing(groups):
    mine = groups["Координаторы"]
    mine.name = "Методисты"
    mine.save()
    mine.permissions.remove(mine.permissions.get(codename="add_place"))
    call_command("create_groups")
    assert not mine.permissions.filter(codename="add_place").exists()
    assert not Group.objects.filter(name="Координаторы").exists()
