"""The cast of this room: Aigerim, who has said something in each kind of her own words that the school keeps."""

import json
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from people import consents
from people.accounts import create_learner
from people.desk import giving
from people.models import Cohort, Consent, Guardianship, Place
from quizzes.judging import Verdict, judge
from quizzes.models import Submission
from tests import factories
from tests.courses.cast import (
    course,
    front,
    languages,
    lesson,
    module,
    seat,
    second_lesson,
    stranger,
    subject,
    teacher,
)
from tests.courses.walking import finish_lesson, join, post
from tests.quizzes.builders import key_of, short_answer, single_choice
from tests.quizzes.types.builders import hand_in, open_text

__all__ = [
    "course",
    "front",
    "languages",
    "lesson",
    "module",
    "seat",
    "second_lesson",
    "stranger",
    "subject",
    "teacher",
]

# What no program writes by itself: wherever one of them is found, something of her is left.
MARK = "qzjxv"
LOGIN = f"aigerim{MARK}"
NAME = f"Айгерім-{MARK}"
MOTHER = f"Гүлнар-{MARK}"


@pytest.fixture
def quiz(second_lesson, course):
    """A test in which one chooses, types, writes, and hands in a file."""
    last = factories.ModulePageFactory(parent=course, title="Проверка", slug="proverka")
    body = json.dumps([single_choice(), short_answer(), open_text(), hand_in()])
    return factories.QuizPageFactory(parent=last, title="Тест", slug="test", body=body)


@pytest.fixture
def mother(db):
    return create_learner(f"gulnar{MARK}", None, call_name=MOTHER)


@pytest.fixture
def aigerim(db, mother):
    person = create_learner(LOGIN, None, call_name=NAME)
    person.last_name, person.email = f"Серікқызы-{MARK}", f"a{MARK}@example.org"
    person.save()
    cohort = Cohort.objects.create(name="Кешкі топ", place=Place.objects.create(names={"kk": "Ақкөл"}))
    cohort.add(person)
    Guardianship.objects.create(guardian=mother, learner=person)
    giving.unlock(person, mother)
    consents.give(person, consents.Purpose.PROGRESS, MOTHER, how=Consent.How.PAPER, by=mother)
    return person


@pytest.fixture
def coordinator(db):
    group = Group.objects.create(name="coordinators")
    group.permissions.add(*Permission.objects.filter(codename__in=["access_admin", "change_cohort"]))
    person = create_learner("coordinator", None)
    person.groups.add(group)
    return person


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.LIFELONG_ERASURE_REGISTER = tmp_path / "erasures.txt"
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


@pytest.fixture
def at_home(seat, aigerim, course, lesson, quiz, hand_in_folder):
    """Aigerim's browser, after a lesson and a test that a teacher has looked at."""
    browser = seat(aigerim)
    join(browser, course)
    finish_lesson(browser, lesson)
    post(browser, quiz, do="start")
    post(browser, quiz, do="save", **filled_in(quiz, "бұрынғы"))
    post(browser, quiz, do="finish", **filled_in(quiz, "соңғы"))
    said = Verdict(Decimal(1), f"Жарайсың, {NAME}!")
    judge(Submission.objects.get(item_version__content__type="open_text").pk, 0, said, None)
    return browser


def filled_in(quiz, word):
    """Return the form of the test, with her mark in whatever can be typed or sent."""
    chosen, typed, written, sent = quiz.get_items()
    return {
        chosen.field_name: key_of(chosen),
        typed.field_name: f"{word} пернетақта {MARK}",
        written.field_name: f"{word} ойым {MARK}",
        f"{sent.field_name}-files": SimpleUploadedFile(f"жоспар-{MARK}.pdf", f"%PDF-1.4 {MARK}".encode()),
    }
