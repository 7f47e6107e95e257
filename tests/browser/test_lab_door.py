"""At the lab: a child, a pensioner and the next person at the same computer, in three languages, script on and off."""

import json
import re

import pytest
from playwright.sync_api import expect

from people.lab import COOKIE_NAME
from tests.browsing import eventually, follow

from .conftest import COURSE, LESSON, PASSWORD, TEST, forgive_the_network
from .keys import Keyboard
from .test_saving import expect_state, question_on
from .words import expect_heading, expect_only, in_words

pytestmark = pytest.mark.browser

LANGUAGES = ["kk", "ru", "en"]
PIN = "4071"
PICTURES = ["sun", "boat", "key"]
COMPUTERS = 60
TWELVE_CARDS = """() => {
    const card = document.querySelector(".sign-in-card");
    while (document.querySelectorAll(".sign-in-card").length < 12) card.after(card.cloneNode(true));
}"""
TAP = "Tap your three pictures, one after the other."
NOT_HERS = "These are not your pictures. Try again."
TAKEN_BACK = "This computer will show no classes and no names any more. Short PINs stop working on it."
THE_LAB = f"""
import json
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from courses.enrolling import enrol
from courses.models import CoursePage
from people import consents, lab
from people.accounts import create_learner
from people.models import Cohort, Consent, Guardianship, LabComputer, Place
from people.sign_in_secrets import give_pictures, give_pin
from wagtail.users.models import UserProfile
place = Place.objects.create(names={{"ru": "Первомайский", "kk": "Первомай", "en": "Pervomaiskiy"}})
cohort = Cohort.objects.create(name="Вечера", place=place)
course = CoursePage.objects.filter(slug="computer-without-fear").first().translation_key
people = {{}}
for login, name, sign in [("sasha", "Саша", "dog"), ("raushan", "Раушан әже", "camel"), ("timur", "Тимур", "")]:
    people[login] = learner = create_learner(login, "{PASSWORD}", call_name=name)
    learner.learner_profile.sign = sign
    learner.learner_profile.save()
    enrol(learner, course)
    cohort.add(learner)
give_pictures(people["sasha"], {PICTURES})
give_pin(people["raushan"], "{PIN}", in_the_lab=True)
Guardianship.objects.create(guardian=people["timur"], learner=people["sasha"])
consents.give(people["sasha"], "progress", "Тимур", how=Consent.How.PAPER, by=None)
staff = Group.objects.create(name="Coordinators")
staff.permissions.add(*Permission.objects.filter(codename__in=["access_admin", "change_cohort", "delete_labcomputer"]))
for language in {LANGUAGES}:
    coordinator = create_learner(f"coordinator-{{language}}", "{PASSWORD}", call_name="Жанар")
    coordinator.groups.add(staff)
    UserProfile.objects.create(user=coordinator, preferred_language=language)
computers = {{}}
for number in range({COMPUTERS}):
    response = HttpResponse()
    computer = lab.register(response, LabComputer(name=f"Window {{number}}", place=place), by=None)
    computers[computer.pk] = response.cookies[lab.COOKIE_NAME].value
print(json.dumps(computers))
"""

in_three_languages = pytest.mark.parametrize("language", LANGUAGES)
with_script_and_without = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


def open_lab(school):
    """Write the lab and its people; return what its computers are known by, as (number, token)."""
    said = school.manage("shell", "-v0", "-c", THE_LAB).strip().splitlines()[-1]
    return iter(json.loads(said).items())


@pytest.fixture(scope="module")
def computers(school):
    """The lab's computers, so many that each test has its own."""
    return open_lab(school)


@pytest.fixture
def seat(visitor, school, computers):
    """Seat somebody at a registered computer where nobody has mistyped yet."""

    def at_the_lab(**how):
        seated = visitor(**how)
        at_the_lab.seated = seated
        at_the_lab.computer, token = next(computers)
        seated.context.add_cookies([{"name": COOKIE_NAME, "value": token, "url": school.address}])
        return seated.page

    return at_the_lab


def walk_to(page, name, language="ru", wanted=""):
    page.goto(f"/{language}/sign-in/" + (f"?next={wanted}" if wanted else ""))
    page.get_by_role("link", name="Вечера").click()
    page.get_by_role("link", name=name).click()


def tap(page, pictures):
    for picture in pictures:
        follow(page.locator(f"[name=picture][value={picture}]"))


def tap_with(keys, pictures):
    """Choose three pictures with the Tab and Enter keys; each press is a new page."""
    for number, picture in enumerate(pictures):
        if number:
            expect(keys.page.locator(".door-dot.is-chosen")).to_have_count(number)
        keys.press(keys.page.locator(f"[name=picture][value={picture}]"))


def watch_begins(page):
    """Let the half minute pass after which a page begins to watch for signs of life."""
    page.clock.run_for("00:31")
    eventually(page, lambda: page.evaluate("localStorage.getItem('lifelong-here')"))


def write_pin(page):
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")


def mistype_pin(page):
    page.fill("#secret", "9999")
    with page.expect_navigation():
        page.locator("#secret").press("Enter")


def sign_out(page):
    follow(page.locator(".account-sign-out button"))


def lock(page, language):
    """Lock the screen as a page's script does; without script its person would be away for twenty minutes."""
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    page.request.post(f"/{language}/lock/", headers={"Referer": page.url, "X-CSRFToken": token})


def start_or_go_on(page):
    """Begin the test if it is not begun, and return the number of the attempt."""
    expect(page.locator("button[value=start], #answers")).to_be_visible()
    if page.locator("button[value=start]").count():
        follow(page.locator("button[value=start]"))
    return page.locator("#answers [name=attempt]").get_attribute("value")


def choose(page, number, script):
    """Choose an option of the first question, and see to it that it is saved."""
    question_on(page).locator("input[type=radio]").nth(number).check()
    if script:
        expect_state(question_on(page), "saved")
    else:
        follow(page.locator(".form-actions button[value=save]"))


def expect_to_be_in(page, name, language):
    """Expect the page of one's own learning, in this language, with one's name and the way out."""
    expect(page.locator(".account")).to_contain_text(name)
    expect(page.locator(".account-sign-out button")).to_have_text(in_words(language, "Sign out"))
    expect_heading(page, language, "My learning")


@with_script_and_without
@in_three_languages
def test_a_child_comes_in_with_three_pictures(seat, language, script):
    page = seat(script=script)
    page.goto(f"/{language}/sign-in/")
    expect_heading(page, language, "Which is your class?")
    page.get_by_role("link", name="Вечера").click()
    expect_heading(page, language, "What is your name?")
    page.get_by_role("link", name="Саша").click()
    for picture in (*PICTURES[:2], "bell"):
        expect(page.locator("#chosen")).to_contain_text(in_words(language, TAP))
        expect_only(page, language)
        tap(page, [picture])
    expect(page.get_by_role("alert")).to_have_text(in_words(language, NOT_HERS))
    tap(page, PICTURES)
    expect_to_be_in(page, "Саша", language)
    sign_out(page)
    expect_heading(page, language, "Which is your class?")


@with_script_and_without
@in_three_languages
def test_a_pensioner_comes_in_with_the_pin_of_her_card(seat, language, script):
    page = seat(script=script)
    walk_to(page, "Раушан", language)
    expect(page.get_by_label(in_words(language, "PIN"), exact=True)).to_be_focused()
    expect(page.get_by_text(in_words(language, "The digits on your card."))).to_be_visible()
    expect_only(page, language)
    if script:
        for digit in PIN:
            page.locator(f".door-pad [value='{digit}']").click()
    else:
        expect(page.locator(".door-pad")).to_be_hidden()
        page.locator("#secret").fill('ңқ."')  # the Kazakh layout is on
    page.get_by_role("button", name=in_words(language, "Sign in"), exact=True).click()
    expect_to_be_in(page, "Раушан", language)


@with_script_and_without
@in_three_languages
def test_a_parent_at_home_sees_their_child_s_learning_and_no_other_names(
    visitor, computers, language, script
):
    home = visitor(script=script)
    page = home.page
    page.goto(f"/{language}/sign-in/")
    expect_heading(page, language, "Sign in", "heading")
    page.get_by_label(in_words(language, "Login")).fill("timur")
    page.get_by_label(in_words(language, "Password")).fill(PASSWORD)
    page.get_by_role("button", name=in_words(language, "Sign in"), exact=True).click()
    expect_to_be_in(page, "Тимур", language)
    page.get_by_role("link", name=in_words(language, "My family")).click()
    expect_heading(page, language, "My family")
    expect(page.get_by_role("heading", name="Саша")).to_be_visible()
    expect(page.get_by_role("heading", name=in_words(language, "Learning now"))).to_be_visible()
    sign_out(page)
    expect_heading(page, language, "Sign in", "heading")
    expect(page.get_by_text("Вечера")).to_have_count(0)


def test_with_keys_alone_a_child_and_a_pensioner_come_in_and_unlock_the_screen(seat):
    page = seat()
    keys = Keyboard(page)
    page.goto("/kk/sign-in/")
    for name in ("Вечера", "Саша"):
        keys.press(page.get_by_role("link", name=name))
    tap_with(keys, PICTURES)
    expect(page.locator(".account")).to_contain_text("Саша")
    lock(page, "kk")
    page.goto("/kk/my-learning/")
    tap_with(keys, PICTURES)
    expect(page.locator(".account-sign-out button")).to_be_visible()
    keys.press(page.locator(".account-sign-out button"))
    for name in ("Вечера", "Раушан"):
        keys.press(page.get_by_role("link", name=name))
    expect(page.locator("#secret")).to_be_focused()
    for digit in PIN:
        keys.press(page.locator(f".door-pad [value='{digit}']"), "Space")
    keys.press(page.locator("main form .button-primary"))
    expect(page.locator(".account")).to_contain_text("Раушан")
    lock(page, "kk")
    page.goto("/kk/my-learning/")
    keys.reach(page.locator(".door-ways button"))
    keys.write(page.locator("#secret"), PIN)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/locked/" not in url)
    expect(page.locator(".account")).to_contain_text("Раушан")


def test_a_screen_nobody_sits_at_warns_then_locks_and_a_sign_of_life_takes_the_warning_back(seat):
    page = seat()
    page.clock.install()
    walk_to(page, "Раушан", wanted=f"/ru/{COURSE}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    expect(page.locator(".account")).to_contain_text("Раушан")
    warning = page.locator(".hand-over")
    watch_begins(page)
    page.clock.run_for("03:30")
    expect(warning).to_have_count(0)
    page.clock.run_for("01:00")
    expect(warning).to_be_visible()
    page.keyboard.press("Shift")
    expect(warning).to_have_count(0)
    page.clock.run_for("04:30")
    expect(warning).to_be_visible()
    page.clock.run_for("00:35")
    expect(page.locator("#secret")).to_be_visible()
    assert "/ru/locked/" in page.url
    assert COURSE in page.url
    page.go_back()
    expect(page.locator("#secret")).to_be_visible()


def test_whoever_wakes_a_sleeping_computer_finds_the_lock_and_no_page(seat):
    """A mouse that is moved an hour later is no sign of life: nobody knows whose hand it is."""
    page = seat()
    page.clock.install()
    walk_to(page, "Раушан", wanted=f"/ru/{COURSE}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    expect(page.locator(".account")).to_contain_text("Раушан")
    watch_begins(page)
    page.clock.set_system_time(page.evaluate("Date.now()") + 3_600_000)  # no timer runs in a sleep
    page.mouse.move(200, 200)
    page.clock.run_for("00:03")
    expect(page.locator("#secret")).to_be_visible()
    assert "/ru/locked/" in page.url


def test_a_lesson_that_takes_longer_to_read_than_the_idle_time_is_read_in_peace(seat, school):
    page = seat()
    page.clock.install()
    walk_to(page, "Раушан", wanted=f"/ru/{LESSON}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    expect(page.locator(".account")).to_contain_text("Раушан")
    watch_begins(page)
    page.clock.run_for("05:30")
    expect(page.locator(".hand-over")).to_have_count(0)


@with_script_and_without
def test_handed_over_in_the_middle_of_a_lesson_and_back_nothing_is_lost_and_nothing_is_seen(seat, script):
    page = seat(script=script)
    walk_to(page, "Раушан", wanted=f"/ru/{LESSON}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    choice = page.locator("fieldset[data-item] input[type=radio]").nth(1)
    choice.check()
    if script:
        saved = page.locator("fieldset[data-item] [data-save-state]").first
        expect(saved).to_have_attribute("data-kind", "saved")
    else:
        follow(page.locator("fieldset[data-item] button[name=do]").first)
    sign_out(page)

    walk_to(page, "Саша", wanted=f"/ru/{LESSON}")
    tap(page, PICTURES)
    expect(page.locator(".account")).to_contain_text("Саша")
    assert page.locator("fieldset[data-item] input[type=radio]:checked").count() == 0
    sign_out(page)

    walk_to(page, "Раушан", wanted=f"/ru/{LESSON}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    expect(page.locator("fieldset[data-item] input[type=radio]").nth(1)).to_be_checked()


@with_script_and_without
@in_three_languages
def test_locked_and_handed_over_in_the_middle_of_a_test_and_back_each_has_their_own_attempt(
    seat, language, script
):
    page, wanted = seat(script=script), f"/{language}/{TEST}"
    options = question_on(page).locator("input[type=radio]")
    walk_to(page, "Раушан", language, wanted)
    write_pin(page)
    hers = start_or_go_on(page)
    chosen = 1 if options.nth(0).is_checked() else 0
    choose(page, chosen, script)
    lock(page, language)
    page.goto(wanted)
    expect(page.locator("#secret")).to_be_visible()
    expect(page.locator("fieldset[data-item]")).to_have_count(0)
    follow(page.locator(".door-ways button"))

    walk_to(page, "Саша", language, wanted)
    tap(page, PICTURES)
    assert start_or_go_on(page) != hers
    expect(options.nth(chosen)).not_to_be_checked()
    if not options.nth(2).is_checked():  # the same child sat here in another language before
        choose(page, 2, script)
    sign_out(page)

    walk_to(page, "Раушан", language, wanted)
    write_pin(page)
    assert start_or_go_on(page) == hers
    expect(options.nth(chosen)).to_be_checked()


@with_script_and_without
@in_three_languages
def test_a_wrong_pin_five_times_makes_her_wait_and_the_child_beside_her_comes_in(seat, language, script):
    page = seat(script=script)
    walk_to(page, "Раушан", language)
    for _try in range(4):
        mistype_pin(page)
        expect(page.get_by_role("alert")).to_have_text(in_words(language, "This is not your PIN. Try again."))
        expect_only(page, language)
    mistype_pin(page)
    expect_heading(page, language, "Please wait a little")
    page.get_by_role("link", name=in_words(language, "Back to signing in")).click()
    walk_to(page, "Раушан", language)
    write_pin(page)
    expect_heading(page, language, "Please wait a little")
    walk_to(page, "Саша", language)
    tap(page, PICTURES)
    expect_to_be_in(page, "Саша", language)
    forgive_the_network(seat.seated)  # "429" was the point


@with_script_and_without
@in_three_languages
def test_a_computer_that_is_taken_back_is_an_ordinary_one_at_the_next_page(seat, visitor, language, script):
    page = seat(script=script)
    walk_to(page, "Раушан", language)
    take_back(visitor().page, seat.computer, language)
    write_pin(page)
    expect_heading(page, language, "There is nothing at this address")
    expect(page.get_by_text("Раушан")).to_have_count(0)
    page.goto(f"/{language}/sign-in/")
    expect_heading(page, language, "Sign in", "heading")
    expect(page.get_by_text("Вечера")).to_have_count(0)
    forgive_the_network(seat.seated)  # so was "404"


def test_the_cards_of_twelve_people_come_out_of_the_printer_whole(visitor, computers):
    page = visitor().page
    go_to_the_desk(page, "kk", "/admin/classes/1/cards/")
    page.evaluate(TWELVE_CARDS)
    pages = re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(pages) == 2


def go_to_the_desk(page, language, wanted):
    page.goto(f"/{language}/sign-in/?next={wanted}")
    page.fill("[name=username]", f"coordinator-{language}")
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.locator("[name=password]").press("Enter")


def take_back(page, computer, language):
    """Let the coordinator make a lab computer an ordinary browser, at her desk and in her language."""
    go_to_the_desk(page, language, f"/admin/lab-computers/delete/{computer}/")
    expect(page.get_by_text(in_words(language, TAKEN_BACK))).to_be_visible()
    page.locator("main form [type=submit]").click()
    done = in_words(language, "“%(name)s” is an ordinary browser again.").rpartition("%(name)s")[2]
    expect(page.locator(".messages")).to_contain_text(done)
