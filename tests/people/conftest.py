"""The cast of this room: Aigerim, who has an account, Bolat beside her, a class, and the staff around it."""

import pytest
from django.contrib.auth.models import Group, Permission

from people.accounts import create_learner
from people.models import Cohort, Place
from people.sign_in_secrets import give_pin

PASSWORD = "bomuka-tesogu-47"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def aigerim(db):
    return create_learner("aigerim", PASSWORD, call_name="Айгерім")


@pytest.fixture
def bolat(db):
    return create_learner("bolat", PASSWORD)


@pytest.fixture
def sign_in(client):
    """Post the sign-in form, from any browser, address and language."""

    def post(login, password=PASSWORD, browser=client, url="/ru/sign-in/", **extra):
        return browser.post(url, {"username": login, "password": password}, **extra)

    return post


@pytest.fixture
def settlement(db):
    return Place.objects.create(names={"ru": "Первомайский", "kk": "Первомай"})


def member_of_staff(login, *codenames):
    person = create_learner(login, PASSWORD)
    group = Group.objects.create(name=login)
    group.permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    person.groups.add(group)
    return person


@pytest.fixture
def teacher(db):
    return member_of_staff("teacher")


@pytest.fixture
def neighbour(db):
    return member_of_staff("neighbour")


@pytest.fixture
def coordinator(db):
    rights = [
        f"{deed}_{what}"
        for deed in ("add", "change", "delete")
        for what in ("place", "cohort", "labcomputer")
    ]
    return member_of_staff("coordinator", *rights)


@pytest.fixture
def evenings(settlement, teacher):
    cohort = Cohort.objects.create(name="Вечера", place=settlement)
    cohort.teachers.add(teacher)
    return cohort


@pytest.fixture
def pensioner(evenings):
    learner = create_learner("raushan", PASSWORD, call_name="Раушан әже")
    give_pin(learner, "4071", in_the_lab=True)
    return evenings.add(learner)
