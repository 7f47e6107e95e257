"""Everybody sees what was agreed to about them; an adult takes it back alone."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from people import consents
from people.consents import Purpose
from people.models import Consent, Guardianship, LearnerProfile, Photo
from tests.courses.walking import soup

PAGE = "/{}/account/data/"


@pytest.fixture
def person(aigerim):
    """Aigerim without a guardian and without what her mother agreed to."""
    Guardianship.objects.all().delete()
    Consent.objects.all().delete()
    return aigerim


def born(person, years):
    year = years and timezone.localdate().year - years
    LearnerProfile.objects.filter(learner=person).update(birth_year=year)


def agree(person, purpose, until=None):
    return consents.give(person, purpose, "Раушан", how=Consent.How.PAPER, by=None, until=until)


def offered(browser):
    forms = soup(browser.get(PAGE.format("ru"))).select("form:has([value='no-more'])")
    return {form.select_one("[name=purpose]")["value"] for form in forms}


def take_back(browser, purpose):
    return browser.post(PAGE.format("ru"), {"want": "no-more", "purpose": purpose})


@pytest.mark.parametrize("purpose", Purpose)
def test_an_adult_takes_back_each_thing_at_once_and_the_register_says_who(seat, person, purpose):
    born(person, 60)
    for each in Purpose:
        agree(person, each)
    agree(person, purpose)  # twice, as with a paper for each year
    browser = seat(person)
    assert offered(browser) == set(Purpose)
    take_back(browser, purpose)
    assert offered(browser) == set(Purpose) - {purpose}
    person.refresh_from_db()
    assert [each for each in Purpose if not consents.allows(person, each)] == [purpose]
    ended = Consent.objects.exclude(withdrawn_at=None)
    assert {one.withdrawal_recorded_by for one in ended} == {person}
    assert {one.purpose for one in ended} == {purpose}


def test_a_photo_goes_with_its_consent(seat, person):
    agree(person, Purpose.PHOTO)
    Photo.objects.create(learner=person, picture=b"portrait")
    take_back(seat(person), Purpose.PHOTO)
    assert not Photo.objects.exists()


@pytest.mark.parametrize(("years", "has_guardian", "may"), [
    (60, True, True),
    (None, False, True),  # a pensioner whose year nobody has asked
    (12, False, False),
    (12, True, False),
    (None, True, False),
])  # fmt: skip
def test_what_a_child_s_guardian_decides_the_child_sees_and_does_not_end(
    seat, person, mother, years, has_guardian, may
):
    born(person, years)
    if has_guardian:
        Guardianship.objects.create(guardian=mother, learner=person)
    agree(person, Purpose.PHOTO)
    browser = seat(person)
    assert str(Purpose.PHOTO.label) in soup(browser.get(PAGE.format("ru"))).main.get_text()
    assert bool(offered(browser)) is may
    take_back(browser, Purpose.PHOTO)
    assert Consent.objects.in_force().exists() is not may


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Кім берді: Раушан, қағазда, 09.09.2026. Соңғы күні: 09.09.2030."),
        ("ru", "Кто дал: Раушан, на бумаге, 09.09.2026. Последний день: 09.09.2030."),
        ("en", "Given by: Раушан, on paper, 09.09.2026. Last day: 09.09.2030."),
    ],
)
def test_the_page_says_by_whom_how_when_and_until_when(seat, person, language, words):
    agree(person, Purpose.PROGRESS, until=date(2030, 9, 9))
    Consent.objects.update(given_on=date(2026, 9, 9))
    told = soup(seat(person).get(PAGE.format(language))).main.get_text(" ", strip=True)
    assert words in " ".join(told.split()).replace(" ,", ",")


def test_what_has_run_out_or_is_about_somebody_else_is_not_there(seat, person, mother):
    agree(mother, Purpose.PHOTO)
    agree(person, Purpose.PROGRESS, until=timezone.localdate() - timedelta(days=1))
    browser = seat(person)
    assert offered(browser) == set()
    take_back(browser, Purpose.PHOTO)
    assert Consent.objects.in_force().get().learner == mother
