"""A lab with its people, for those who walk through its door: every kind of name, face and secret.

Written by a process of its own, for a server is to serve it. Each seat gets a lab to itself.
"""

import json

from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from wagtail.users.models import UserProfile

from courses.enrolling import enrol
from courses.models import CoursePage
from lessons.models import LessonPage
from people import consents, lab, signs
from people.accounts import create_learner
from people.models import Cohort, Consent, Guardianship, LabComputer, LearnerProfile, Place
from people.sign_in_secrets import give_pictures, give_pin
from quizzes.models import QuizPage
from tests.answers import right_answer
from tests.shots import everything

from .cast import NAMES, PASSWORD, PICTURES, PIN

RIGHTS = ["access_admin"]
RIGHTS += [f"{deed}_{what}" for deed in ("add", "change", "delete") for what in ("place", "cohort")]
RIGHTS += [
    f"{deed}_{what}" for deed in ("add", "delete") for what in ("labcomputer", "guardianship", "consent")
]


def write(login, language):
    """Make a place with its people and computers; print as JSON what those who sit there know."""
    place = Place.objects.create(names={"ru": "Первомайский", "kk": "Первомай", "en": "Pervomaiskiy"})
    cohort = Cohort.objects.create(name="Вечера", place=place)
    nobody = Cohort.objects.create(name="Әжелер мен аталарға арналған компьютер тобы", place=place)
    people = [_member(cohort, f"{login}-{number}", name) for number, name in enumerate(NAMES)]
    _learn(people[0])
    give_pictures(people[0], PICTURES)
    give_pin(people[1], PIN, in_the_lab=True)
    _family(f"{login}-mother", people)
    _coordinator(f"{login}-coordinator", language)
    elsewhere = Place.objects.create(names={"ru": "Посёлок без классов"})
    tokens = {"token": _register(place), "token_where_no_class_meets": _register(elsewhere)}
    print(json.dumps({"cohort": cohort.pk, "without_people": nobody.pk, "person": people[3].pk, **tokens}))


def _member(cohort, login, name):
    learner = create_learner(login, PASSWORD, call_name=name)
    sign = [*signs.ANIMALS][len(name) % len(signs.ANIMALS)]
    LearnerProfile.objects.filter(learner=learner).update(sign="" if len(name) % 3 == 0 else sign)
    cohort.add(learner)
    return learner


def _learn(learner):
    """Let somebody do a lesson and pass a test, as a browser would."""
    course = CoursePage.objects.get(locale__language_code="ru", slug="computer-without-fear")
    enrol(learner, course.translation_key)
    browser = signed_in(learner)
    lesson = LessonPage.objects.descendant_of(course).first()
    quiz = QuizPage.objects.descendant_of(course).first()
    browser.post(lesson.get_url(), {"do": "done", **answers_on(lesson)})
    browser.post(quiz.get_url(), {"do": "start"})
    browser.post(quiz.get_url(), {"do": "finish", **answers_on(quiz)})


def signed_in(learner):
    """Return a browser at which somebody has come through the door: any other is taken for one left behind."""
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.post("/ru/sign-in/", {"username": learner.username, "password": PASSWORD})
    return browser


def answers_on(page):
    """Return a form with the right answer to each question, as a browser would send it."""
    answers = {f"version-{item.id}": item.digest for item in page.get_items()}
    for item in page.get_items():
        answers |= right_answer(item, "ru")
    return answers


def _family(login, children):
    """A mother of three: of one she sees everything, of one that they have not begun, of one nothing."""
    mother = create_learner(login, PASSWORD, call_name="Гүлнар")
    everything.write()  # it has something to try tonight, as the courses for families do
    enrol(mother, CoursePage.objects.get(locale__language_code="ru", slug="everything").translation_key)
    for child in children[:3]:
        Guardianship.objects.create(guardian=mother, learner=child)
    agreed = [consents.DECIDED_BY_GUARDIANS, ["progress"], ["photo"]]
    for child, purposes in zip(children, agreed, strict=False):
        for purpose in purposes:
            consents.give(child, purpose, "Гүлнар", how=Consent.How.PAPER, by=None)


def _coordinator(login, language):
    person = create_learner(login, PASSWORD, call_name="Жанар")
    group = Group.objects.create(name=login)
    group.permissions.add(*Permission.objects.filter(codename__in=RIGHTS))
    person.groups.add(group)
    UserProfile.objects.create(user=person, preferred_language=language)


def _register(place):
    """Return the cookie of a new lab computer."""
    response = HttpResponse()
    lab.register(response, LabComputer(name="Window 3", place=place), by=None)
    return response.cookies[lab.COOKIE_NAME].value
