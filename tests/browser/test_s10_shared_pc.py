"""Bars S10 and S12 at a shared computer: what one person leaves behind, the next one does not find.

That a screen warns before it locks is walked through in `test_lab_door.py`.
"""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browsing import FLAGS, Visitor, eventually

from .conftest import LESSON, forgive_the_network
from .test_lab_door import PICTURES, PIN, computers, mistype_pin, seat, sign_out, tap, walk_to

__all__ = ["computers", "seat"]

pytestmark = pytest.mark.browser

NAMES = ["Раушан", "Саша", "Тимур", "raushan", "sasha", "timur"]
SECRETS = [PIN, "9999", ",".join(PICTURES)]


@pytest.fixture(scope="module")
def remembering(chromium):
    """A browser that keeps whole pages for its Back button, as people's browsers do and Playwright's does not."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Only Debian's chromium keeps pages for its Back button (apt-get install chromium).")
    browser = chromium.browser_type.launch(
        executable_path=path,
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.fixture
def page(remembering, school, computers):
    seated = Visitor(remembering, school)
    _number, token = next(computers)
    seated.context.add_cookies([{"name": "lifelong_lab", "value": token, "url": school.address}])
    yield seated.page
    assert not [one for one in seated.complaints if "asked another host" in one]
    seated.context.close()


def come_in(page):
    walk_to(page, "Раушан", wanted=f"/ru/{LESSON}")
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")
    expect(page.locator(".account")).to_contain_text("Раушан")


def go_back(page):
    """Press Back; return whether the page is the very one that was left, kept by the browser."""
    page.evaluate("history.back()")
    page.wait_for_timeout(1500)  # nothing tells that a kept page is back
    return page.evaluate("window.isTheVeryOne === true")


def mark(page):
    page.evaluate("window.isTheVeryOne = true")


def test_s10_this_browser_keeps_pages_for_its_back_button(page):
    """Without this the next two would prove nothing."""
    page.goto("/ru/")
    mark(page)
    page.goto("/ru/search/")
    assert go_back(page)


def test_s10_back_after_signing_out_shows_nothing(page):
    come_in(page)
    for own in ("/ru/my-learning/", "/ru/account/"):
        page.goto(own)
        mark(page)
    sign_out(page)
    expect(page.get_by_role("link", name="Вечера")).to_be_visible()
    for _page in range(2):
        assert not go_back(page)
        assert "/ru/sign-in/" in page.url
        assert not seen(page)


def test_s10_back_on_a_locked_screen_shows_nothing_but_the_lock(page):
    come_in(page)
    mark(page)
    page.goto("/ru/my-learning/")
    mark(page)
    page.evaluate("document.querySelector('.account-sign-out').action = '/ru/lock/'")
    sign_out(page)
    expect(page.locator("#secret")).to_be_visible()
    for _step in range(2):
        assert not go_back(page)
        eventually(page, lambda: "/ru/locked/" in page.url)
        expect(page.locator("main h1")).to_have_text("Раушан әже")
        expect(page.locator("fieldset[data-item]")).to_have_count(0)


def seen(page):
    """Return what of a learner's is to be seen on a page."""
    words = page.locator("body").inner_text()
    return [name for name in NAMES if name in words] + page.locator("[name=call_name]").all()


def test_s10_each_person_and_each_unlocking_has_a_session_id_of_its_own(page, school):
    keys = []
    for _person in range(2):
        come_in(page)
        keys.append(session_of(page))
        page.evaluate("document.querySelector('.account-sign-out').action = '/ru/lock/'")
        sign_out(page)
        page.fill("#secret", PIN)
        page.locator("#secret").press("Enter")
        expect(page.locator(".account")).to_contain_text("Раушан")
        keys.append(session_of(page))
        sign_out(page)
        expect(page.get_by_role("link", name="Вечера")).to_be_visible()
        assert session_of(page) not in keys
    assert len(set(keys)) == 4
    for key in keys:
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": school.address}])
        page.goto("/ru/my-learning/")
        assert "/ru/sign-in/" in page.url, "an old id opens nothing"


def session_of(page):
    return next((one["value"] for one in page.context.cookies() if one["name"] == "sessionid"), None)


def test_s12_no_name_and_no_secret_reaches_the_log_of_the_server(seat, school):
    """After those who came in, mistyped, were made to wait, lost their cookies and went astray."""
    page = seat()
    come_in(page)
    sign_out(page)
    walk_to(page, "Саша")
    tap(page, PICTURES[::-1])
    walk_to(page, "Раушан")
    for _try in range(5):
        mistype_pin(page)
    page.goto("/ru/sign-in/login/?login=raushan")
    page.fill("[name=password]", PIN)
    page.context.clear_cookies()
    page.locator("[name=password]").press("Enter")
    page.wait_for_load_state()
    page.goto("/ru/nothing-here/")
    log = (school.var / "server.log").read_text()
    assert "nothing-here" in log, "it is the log in which the server writes"
    assert [one for one in NAMES + SECRETS if one in log] == []
    forgive_the_network(seat.seated)
