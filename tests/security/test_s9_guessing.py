"""Bar S9: whoever guesses at PINs and passwords gets nowhere, and shuts out nobody but those they guess at."""

import random
import re
from itertools import count, product

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client

from people import lab
from people.accounts import create_learner
from people.models import Cohort, LabComputer, Place
from people.sign_in_secrets import give_pin

PEOPLE = 30
MOST_TRIES = 100  # in ten minutes, from one address
PASSWORD, PIN = "bomuka-tesogu-47", "4071"
WRONG_PIN = "9472"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def place(db):
    return Place.objects.create(names={"ru": "Первомайский"})


@pytest.fixture
def members(place):
    """A class of thirty: half of them with a PIN for the lab, half with a password."""
    cohort = Cohort.objects.create(name="Вечера", place=place)
    people = [create_learner(f"learner-{number}", PASSWORD) for number in range(PEOPLE)]
    for learner in people[::2]:
        give_pin(learner, PIN, in_the_lab=True)
    return [cohort.add(learner) for learner in people]


@pytest.fixture
def lab_pc(place):
    """Return a function that puts another computer into the lab."""
    numbers = count(1)

    def register():
        response, browser = HttpResponse(), Client()
        lab.register(response, LabComputer(name=f"{next(numbers)}", place=place), by=None)
        browser.cookies = response.cookies
        return browser

    return register


def at_the_door(browser, member, secret):
    return browser.post(f"/ru/sign-in/{member.cohort_id}/{member.pk}/", {"secret": secret}).status_code


def with_login(browser, member, secret):
    form = {"username": member.learner.get_username(), "password": secret}
    return browser.post("/ru/sign-in/login/", form).status_code


def secret_of(member):
    return PIN if hasattr(member.learner, "lifelong_secret") else PASSWORD


def spray(members, ways, times=5):
    """Guess at everybody, `times` each, by every way there is; return how many guesses were looked at."""
    tries = list(product(range(times), ways, members))
    random.Random(9).shuffle(tries)
    return sum(way(member, WRONG_PIN) != 429 for _time, way, member in tries)


def by_fresh_browsers(member, secret):
    return with_login(Client(), member, secret)


def test_s9_spraying_thirty_accounts_comes_to_a_hundred_tries_at_most(members, lab_pc):
    """By a guesser who has one lab computer and as many other browsers as they like."""
    computer = lab_pc()
    for member in members[:12]:  # these have signed in here: their tries are counted with the computer's
        at_the_door(computer, member, secret_of(member))
        computer.post("/ru/sign-out/")
    ways = [
        by_fresh_browsers,
        lambda member, secret: at_the_door(computer, member, secret),
        lambda member, secret: with_login(computer, member, secret),
    ]
    assert PEOPLE < spray(members, ways) <= MOST_TRIES


def test_s9_a_guesser_locks_out_nobody_at_the_other_computers_of_the_lab(members, lab_pc):
    """At the same address, at a computer that has never seen any of them, even those who were guessed at."""
    theirs, own = lab_pc(), lab_pc()
    spray(members, [by_fresh_browsers, lambda member, secret: at_the_door(theirs, member, secret)])
    assert at_the_door(theirs, members[0], secret_of(members[0])) == 429
    assert [at_the_door(own, member, secret_of(member)) for member in members] == [302] * PEOPLE


def test_s9_a_guesser_locks_out_nobody_at_a_computer_of_their_own(members):
    """With a password, from a browser at the same address that they have used before."""
    with_passwords = members[1::2]
    browsers = [Client() for _member in with_passwords]
    for browser, member in zip(browsers, with_passwords, strict=True):
        assert with_login(browser, member, PASSWORD) == 302
        browser.post("/ru/sign-out/")
    spray(members, [by_fresh_browsers])
    let_in = [with_login(*pair, PASSWORD) for pair in zip(browsers, with_passwords, strict=True)]
    assert let_in == [302] * len(browsers)


def test_s9_a_guesser_at_one_account_locks_out_no_neighbour_in_the_very_same_browser(members, lab_pc):
    computer = lab_pc()
    for _try in range(20):
        at_the_door(computer, members[0], WRONG_PIN)
    assert at_the_door(computer, members[0], PIN) == 429
    assert at_the_door(computer, members[2], PIN) == 302


def test_s9_a_teacher_unlocks_in_three_clicks(members, lab_pc):
    computer, cohort = lab_pc(), members[0].cohort
    for _try in range(6):
        at_the_door(computer, members[0], WRONG_PIN)
    teacher = create_learner("unlocker", PASSWORD)
    group = Group.objects.create(name="Unlockers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    teacher.groups.add(group)
    cohort.teachers.add(teacher)
    desk = Client()
    desk.force_login(teacher)
    assert "/admin/classes/" in desk.get("/admin/").content.decode()
    classes = desk.get("/admin/classes/")  # the first click
    the_class = desk.get(link_to(classes, cohort.name))  # the second
    unlock = re.search(r'action="(/admin/classes/\d+/\d+/unlock/)"', the_class.content.decode())[1]
    desk.post(unlock)  # the third
    assert at_the_door(computer, members[0], PIN) == 302


def link_to(response, words):
    links = BeautifulSoup(response.content, "html.parser").find_all("a")
    return next(link["href"] for link in links if link.get_text(strip=True) == words)


@pytest.mark.parametrize("pin", ["123456", "654321", "111111", "050187", "310512", "870105", "121212"])
def test_s9_a_pin_is_never_a_run_of_digits_or_a_date_of_birth(members, pin):
    with pytest.raises(ValidationError):
        give_pin(members[1].learner, pin, in_the_lab=False)


@pytest.mark.parametrize("pin", ["1234", "0000", "1987", "2014", "0501", "3112"])
def test_s9_nor_is_a_short_one(members, pin):
    with pytest.raises(ValidationError):
        give_pin(members[1].learner, pin, in_the_lab=True)


def test_s9_four_digits_are_a_pin_at_a_lab_computer_and_nowhere_else(members, lab_pc):
    with pytest.raises(ValidationError):
        give_pin(members[1].learner, PIN, in_the_lab=False)
    assert with_login(Client(), members[0], PIN) == 200, "asked again"
    assert at_the_door(Client(), members[0], PIN) == 404
    assert at_the_door(lab_pc(), members[0], PIN) == 302
