"""The family seat: a guardian sees exactly what was agreed to, and nothing the moment it is taken back."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from people import consents
from people.accounts import create_learner
from people.consents import Purpose
from people.models import Consent, Guardianship, LearnerProfile, Photo
from tests.courses.walking import finish_lesson, join, soup, take_test

FAMILY = "/ru/family/"
DECIDED = consents.DECIDED_BY_GUARDIANS
EVERY_MIX = [set(mix) for size in range(3) for mix in itertools.combinations(DECIDED, size)]
LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture
def mother(db):
    return create_learner("mother", None, call_name="Гүлнар")


@pytest.fixture
def child(seat, learner, course, lesson, quiz):
    """A child who has done a lesson and passed a test."""
    LearnerProfile.objects.update_or_create(learner=learner, defaults={"call_name": "Саша"})
    browser = seat(learner)
    join(browser, course)
    finish_lesson(browser, lesson)
    take_test(browser, quiz)
    return learner


@pytest.fixture
def linked(mother, child):
    return Guardianship.objects.create(guardian=mother, learner=child)


def agree(child, *purposes, **how):
    for purpose in purposes:
        consents.give(child, purpose, "Гүлнар", how=Consent.How.PAPER, by=None, **how)


def seen_by(browser, url=FAMILY):
    return soup(browser.get(url)).main.get_text(" ", strip=True)


def decide(browser, child, purpose, agrees="yes", **typed):
    return browser.post(f"{FAMILY}{child.pk}/", {"purpose": purpose, "agrees": agrees, **typed})


def buttons(browser):
    """Return {purpose: yes or no} of what the page lets a guardian decide."""
    forms = soup(browser.get(FAMILY)).select(".family-agreed form")
    return {form.select_one("[name=purpose]")["value"]: form.button["value"] for form in forms}


def shown(words, course, quiz):
    """Return what of a child a page shows."""
    found = {Purpose.PROGRESS} if course.title in words else set()
    return found | ({Purpose.RESULTS} if f"✓ {quiz.title}" in words else set())


@pytest.mark.parametrize("purposes", EVERY_MIX, ids=lambda mix: "+".join(sorted(mix)) or "nothing")
def test_a_guardian_sees_what_was_agreed_to_and_nothing_else(
    seat, mother, child, linked, course, quiz, purposes
):
    agree(child, *purposes)
    # Results stand among the courses: without progress there is no place for them.
    expected = purposes if Purpose.PROGRESS in purposes else set()
    assert shown(seen_by(seat(mother)), course, quiz) == expected


@pytest.mark.parametrize("purposes", EVERY_MIX, ids=lambda mix: "+".join(sorted(mix)) or "nothing")
def test_whoever_is_not_linked_or_not_any_more_sees_nothing_whatever_was_agreed_to(
    seat, mother, child, linked, course, quiz, purposes
):
    agree(child, *purposes)
    stranger = create_learner("stranger", None)
    assert "Саша" not in seen_by(seat(stranger))
    Guardianship.objects.update(ended_at=timezone.now())
    assert "Саша" not in seen_by(seat(mother))


@pytest.mark.parametrize("purpose", DECIDED)
def test_what_is_taken_back_is_gone_from_the_next_page(seat, mother, child, linked, course, quiz, purpose):
    agree(child, *DECIDED)
    browser = seat(mother)
    assert purpose in shown(seen_by(browser), course, quiz)
    decide(browser, child, purpose, agrees="no")
    assert purpose not in shown(seen_by(browser), course, quiz)


def test_a_consent_that_has_run_out_shows_nothing(seat, mother, child, linked, course, quiz):
    yesterday = timezone.localdate() - timedelta(days=1)
    agree(child, *DECIDED, until=yesterday)
    assert shown(seen_by(seat(mother)), course, quiz) == set()
    agree(child, Purpose.PROGRESS, until=timezone.localdate())
    assert shown(seen_by(seat(mother)), course, quiz) == {Purpose.PROGRESS}


def test_a_guardian_never_sees_an_answer(seat, mother, child, linked, lesson, quiz):
    agree(child, *Purpose)
    words = str(soup(seat(mother).get(FAMILY)).main)
    for page in (lesson, quiz):
        for item in page.get_items():
            assert str(item.id) not in words


@pytest.mark.parametrize("opens_by", ["reading", "joining", None])
def test_the_page_says_what_to_try_at_home_and_leads_there_where_it_opens(
    seat, mother, child, linked, course, lesson, opens_by
):
    agree(child, Purpose.PROGRESS)
    course.refresh_from_db()
    course.is_open_to_read = opens_by == "reading"
    course.save()
    browser = seat(mother)
    if opens_by == "joining":
        join(browser, course)
    page = soup(browser.get(FAMILY)).main.find(attrs={"aria-labelledby": f"child-{child.pk}"})
    assert "Попробуйте дома" in page.get_text()
    assert lesson.title in page.get_text()
    link = page.find("a", string=lesson.title)
    assert bool(link) is bool(opens_by)
    if link:
        assert browser.get(link["href"]).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_of_the_guardian(seat, mother, child, linked, language):
    agree(child, *DECIDED)
    heading = {"kk": "Менің отбасым", "ru": "Моя семья", "en": "My family"}[language]
    assert soup(seat(mother).get(f"/{language}/family/")).h1.get_text() == heading


def test_a_guardian_agrees_on_screen_and_the_register_says_who_and_how(seat, mother, child, linked):
    decide(seat(mother), child, Purpose.PROGRESS)
    consent = Consent.objects.get()
    said_by = (consent.given_by, consent.how, consent.recorded_by)
    assert said_by == ("Гүлнар (mother)", Consent.How.SCREEN, mother)
    assert consent.until is None


def test_the_register_calls_a_guardian_by_the_name_in_full_where_it_is_known(seat, mother, child, linked):
    LearnerProfile.objects.filter(learner=mother).update(full_name="Серікова Гүлнар")
    decide(seat(mother), child, Purpose.PROGRESS)
    assert Consent.objects.get().given_by == "Серікова Гүлнар"


@pytest.mark.parametrize(("days", "agreed"), [(-1, False), (0, True), (30, True)])
def test_a_guardian_agrees_until_a_day_that_is_not_over(seat, mother, child, linked, days, agreed):
    browser, day = seat(mother), timezone.localdate() + timedelta(days=days)
    decide(browser, child, Purpose.PROGRESS, until=day.isoformat())
    assert [one.until for one in Consent.objects.all()] == ([day] if agreed else [])
    words = seen_by(browser)
    assert (f"Последний день: {day:%d.%m.%Y}" in words) is agreed


def test_a_day_that_is_none_is_told_and_nothing_is_agreed_to(seat, mother, child, linked):
    browser = seat(mother)
    decide(browser, child, Purpose.PROGRESS, until="завтра")
    assert not Consent.objects.exists()
    assert "Согласие не записано" in soup(browser.get(FAMILY)).get_text()


def test_a_double_press_is_one_consent(seat, mother, child, linked):
    browser = seat(mother)
    decide(browser, child, Purpose.PROGRESS)
    decide(browser, child, Purpose.PROGRESS)
    assert Consent.objects.count() == 1


def test_what_was_taken_back_stays_in_the_register(seat, mother, child, linked):
    browser = seat(mother)
    decide(browser, child, Purpose.PROGRESS)
    decide(browser, child, Purpose.PROGRESS, agrees="no")
    consent = Consent.objects.get()
    assert consent.withdrawn_at
    assert (consent.withdrawn_by, consent.withdrawal_recorded_by) == ("Гүлнар (mother)", mother)


@pytest.mark.parametrize("purposes", EVERY_MIX, ids=lambda mix: "+".join(sorted(mix)) or "nothing")
@pytest.mark.parametrize("has_photo", [True, False])
def test_each_thing_that_is_agreed_to_can_be_taken_back_and_a_photo_only_that(
    seat, mother, child, linked, purposes, has_photo
):
    agree(child, *purposes, *([Purpose.PHOTO] if has_photo else []))
    browser = seat(mother)
    offered = {purpose: "no" if purpose in purposes else "yes" for purpose in DECIDED}
    assert buttons(browser) == offered | ({Purpose.PHOTO: "no"} if has_photo else {})
    for purpose in (*purposes, Purpose.PHOTO):
        assert decide(browser, child, purpose, agrees="no").status_code == 302
    assert not Consent.objects.in_force().exists()
    assert buttons(browser) == dict.fromkeys(DECIDED, "yes")


def test_a_photo_goes_in_the_moment_in_which_the_guardian_takes_it_back(seat, mother, child, linked):
    agree(child, Purpose.PHOTO)
    Photo.objects.create(learner=child, picture=b"portrait")
    decide(seat(mother), child, Purpose.PHOTO, agrees="no")
    assert not Photo.objects.exists()


@pytest.mark.parametrize(("years", "decides"), [(17, True), (18, True), (19, False), (None, True)])
def test_nobody_decides_for_somebody_who_is_known_to_be_an_adult(
    seat, mother, child, linked, course, quiz, years, decides
):
    year = years and timezone.localdate().year - years
    LearnerProfile.objects.filter(learner=child).update(birth_year=year)
    browser = seat(mother)
    assert bool(buttons(browser)) is decides
    assert ("взрослый человек" in seen_by(browser)) is not decides
    assert decide(browser, child, Purpose.PROGRESS).status_code == (302 if decides else 404)
    assert Consent.objects.exists() is decides
    agree(child, *DECIDED)
    assert decide(browser, child, Purpose.RESULTS, agrees="no").status_code == (302 if decides else 404)
    assert shown(seen_by(browser), course, quiz) == set(DECIDED) - ({Purpose.RESULTS} if decides else set())


@pytest.mark.parametrize("purpose", [Purpose.PHOTO, Purpose.PUBLIC_NAME, "", "anything"])
def test_other_things_are_not_for_a_guardian_to_decide_on_screen(seat, mother, child, linked, purpose):
    assert decide(seat(mother), child, purpose).status_code == 404
    assert not Consent.objects.exists()


def test_nobody_agrees_for_a_child_who_is_not_theirs(seat, child, mother):
    assert decide(seat(mother), child, Purpose.PROGRESS).status_code == 404
    assert decide(seat(child), child, Purpose.PROGRESS).status_code == 404
    assert not Consent.objects.exists()


def test_the_name_of_somebody_whose_year_is_not_known_is_never_public(child):
    agree(child, Purpose.PUBLIC_NAME)
    assert not consents.allows(child, Purpose.PUBLIC_NAME)


@pytest.mark.parametrize(("years", "public"), [(8, False), (18, False), (19, True), (70, True)])
def test_a_name_is_public_from_the_year_after_the_eighteenth_birthday(db, years, public):
    person = create_learner("person", None)
    year = timezone.localdate().year - years
    LearnerProfile.objects.filter(learner=person).update(birth_year=year)
    person.refresh_from_db()
    agree(person, Purpose.PUBLIC_NAME)
    assert consents.allows(person, Purpose.PUBLIC_NAME) is public


def test_a_guardian_of_nobody_is_told_whom_to_ask(seat, mother, front):
    assert "Скажите координатору" in seen_by(seat(mother))


def test_three_children_cost_six_queries_each_and_no_more(
    seat, mother, child, linked, django_assert_max_num_queries
):
    agree(child, *DECIDED)
    browser = seat(mother)
    browser.get(FAMILY)
    with django_assert_max_num_queries(13):
        browser.get(FAMILY)


def test_my_learning_leads_a_guardian_to_the_family_page_and_nobody_else(client, mother, child, linked):
    for person, is_led in [(mother, True), (child, False)]:
        person.set_password("bomuka-tesogu-47")
        person.save()
        client.post("/ru/sign-in/", {"username": person.get_username(), "password": "bomuka-tesogu-47"})
        assert (FAMILY in client.get("/ru/my-learning/").content.decode()) is is_led
        client.post("/ru/sign-out/")
