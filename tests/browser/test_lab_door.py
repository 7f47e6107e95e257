"""At the lab: a child, a pensioner and the next person at the same computer, in three languages, script on and off."""

import pytest
from playwright.sync_api import expect

from people.lab import COOKIE_NAME
from tests.browsing import eventually

from .conftest import COURSE, LESSON, PASSWORD, TEST, forgive_the_network
from .keys import Keyboard
from .test_saving import expect_state, question_on

pytestmark = pytest.mark.browser

LANGUAGES = ["kk", "ru", "en"]
PIN = "4071"
PICTURES = ["sun", "boat", "key"]
THE_LAB = f"""
from django.http import HttpResponse
from courses.enrolling import enrol
from courses.models import CoursePage
from people import lab
from people.accounts import create_learner
from people.models import Cohort, LabComputer, Place
from people.sign_in_secrets import give_pictures, give_pin
place = Place.objects.create(names={{"ru": "Первомайский", "kk": "Первомай", "en": "Pervomaiskiy"}})
cohort = Cohort.objects.create(name="Вечера", place=place)
course = CoursePage.objects.filter(slug="computer-without-fear").first().translation_key
for login, name, sign in [("sasha", "Саша", "dog"), ("raushan", "Раушан әже", "camel"), ("timur", "Тимур", "")]:
    learner = create_learner(login, "{PASSWORD}", call_name=name)
    learner.learner_profile.sign = sign
    learner.learner_profile.save()
    enrol(learner, course)
    cohort.add(learner)
    if login == "sasha":
        give_pictures(learner, {PICTURES})
    if login == "raushan":
        give_pin(learner, "{PIN}", in_the_lab=True)
response = HttpResponse()
lab.register(response, LabComputer(name="Window", place=place), by=None)
print(response.cookies[lab.COOKIE_NAME].value)
"""


@pytest.fixture(scope="module")
def token(school):
    return school.manage("shell", "-v0", "-c", THE_LAB).strip().splitlines()[-1]


@pytest.fixture
def seat(visitor, school, token):
    """Seat somebody at the registered computer."""

    def at_the_lab(**how):
        seated = visitor(**how)
        at_the_lab.seated = seated
        seated.context.add_cookies([{"name": COOKIE_NAME, "value": token, "url": school.address}])
        return seated.page

    return at_the_lab


def walk_to(page, name, language="ru", wanted=""):
    page.goto(f"/{language}/sign-in/" + (f"?next={wanted}" if wanted else ""))
    page.get_by_role("link", name="Вечера").click()
    page.get_by_role("link", name=name).click()


def tap(page, pictures):
    for picture in pictures:
        page.locator(f"[name=picture][value={picture}]").click()
        page.wait_for_load_state()


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


def sign_out(page):
    page.locator(".account-sign-out button").click()


def lock(page, language):
    """Lock the screen as a page's script does; without script its person would be away for twenty minutes."""
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    page.request.post(f"/{language}/lock/", headers={"Referer": page.url, "X-CSRFToken": token})


def start_or_go_on(page):
    """Begin the test if it is not begun, and return the number of the attempt."""
    expect(page.locator("button[value=start], #answers")).to_be_visible()
    if page.locator("button[value=start]").count():
        page.locator("button[value=start]").click()
    return page.locator("#answers [name=attempt]").get_attribute("value")


def choose(page, number, script):
    """Choose an option of the first question, and see to it that it is saved."""
    question_on(page).locator("input[type=radio]").nth(number).check()
    if script:
        expect_state(question_on(page), "saved")
    else:
        page.locator(".form-actions button[value=save]").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_comes_in_with_three_pictures(seat, language, script):
    page = seat(script=script)
    walk_to(page, "Саша", language)
    tap(page, PICTURES)
    expect(page.locator(".account")).to_contain_text("Саша")
    assert f"/{language}/" in page.url
    sign_out(page)
    expect(page.get_by_role("link", name="Вечера")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pensioner_comes_in_with_the_pin_of_her_card(seat, language, script):
    page = seat(script=script)
    walk_to(page, "Раушан", language)
    if script:
        for digit in PIN:
            page.locator(f".door-pad [value='{digit}']").click()
        page.locator("#secret").press("Enter")
    else:
        expect(page.locator(".door-pad")).to_be_hidden()
        page.locator("#secret").fill('ңқ."')  # the Kazakh layout is on
        page.locator("#secret").press("Enter")
    expect(page.locator(".account")).to_contain_text("Раушан")


def test_a_parent_at_home_signs_in_with_login_and_password_and_sees_no_names(visitor):
    home = visitor()
    home.sign_in("timur", PASSWORD)
    expect(home.page.locator(".account")).to_contain_text("Тимур")
    sign_out(home.page)
    expect(home.page.locator("[name=username]")).to_be_visible()
    expect(home.page.get_by_text("Вечера")).to_have_count(0)


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


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
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
        page.locator("fieldset[data-item] button[name=do]").first.click()
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


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
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
    page.locator(".door-ways button").click()

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


def test_a_wrong_pin_five_times_makes_her_wait_and_the_child_beside_her_comes_in(seat, visitor, school):
    page = seat()
    walk_to(page, "Раушан", "kk")
    for _try in range(5):
        page.fill("#secret", "9999")
        page.locator("#secret").press("Enter")
        page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Сәл күте тұрыңыз")).to_be_visible()
    walk_to(page, "Саша", "kk")
    tap(page, PICTURES)
    expect(page.locator(".account")).to_contain_text("Саша")
    school.manage("unlock_learner", "raushan")
    forgive_the_network(seat.seated)  # "429" was the point


def test_a_computer_that_is_taken_back_is_an_ordinary_one_at_the_next_page(seat, school):
    page = seat()
    page.goto("/ru/sign-in/")
    expect(page.get_by_role("link", name="Вечера")).to_be_visible()
    revoke = (
        "from people import lab; from people.models import LabComputer; lab.revoke(LabComputer.objects.get())"
    )
    school.manage("shell", "-v0", "-c", revoke)
    page.get_by_role("link", name="Вечера").click()
    expect(page.get_by_text("Раушан")).to_have_count(0)
    page.goto("/ru/sign-in/")
    expect(page.locator("[name=username]")).to_be_visible()
    back = "from people.models import LabComputer; LabComputer.objects.update(revoked_at=None)"
    school.manage("shell", "-v0", "-c", back)
    forgive_the_network(seat.seated)  # so was "404"
