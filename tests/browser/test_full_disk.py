"""The server's disk is really full: everybody is told so, nothing is half written, and it goes on by itself.

A small disk takes root (`mount -t tmpfs`); where that is not to be had, this is skipped, visibly.
"""

import subprocess

import pytest
from playwright.sync_api import expect

from tests.browsing import follow
from tests.journeys.school import School, built_once

from .conftest import ENROL_MANY, LESSON, PASSWORD, TEST, forgive_the_network
from .test_lab_door import PIN, open_lab, sign_out, walk_to
from .test_saving import expect_state, question_on, saved_by, typed_question_on

pytestmark = pytest.mark.browser

SPARE_MB = 24  # beside the school itself
ROWS = ("attempt", "response", "earlieranswer", "keptform")


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """A disk of its own for the school's folder, a little larger than what is in it."""
    built = built_once(tmp_path_factory)
    size = sum(file.stat().st_size for file in built.rglob("*") if file.is_file()) // 2**20 + SPARE_MB
    place = tmp_path_factory.mktemp("disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", place], capture_output=True
    )
    if made.returncode:
        pytest.skip("Only root may make a small disk to fill: nothing was tried on a full one.")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.fixture(scope="module")
def school(disk, tmp_path_factory):
    school = School(disk / "var", built_once(tmp_path_factory))
    school.manage("shell", "-v0", "-c", ENROL_MANY)
    school.open()
    yield school
    school.close()


@pytest.fixture
def full(school, disk):
    """Return a function that fills the disk to the last byte, and one that makes room again."""
    stuff = disk / "stuff"

    def fill():
        school.ask("PRAGMA wal_checkpoint(TRUNCATE)")  # or SQLite would write on in the log that it has
        with open(stuff, "wb", buffering=0) as file:
            for size in (2**20, 4096, 1):
                try:
                    while True:
                        file.write(b"0" * size)
                except OSError:
                    continue

    yield fill, lambda: stuff.unlink()
    stuff.unlink(missing_ok=True)


def counted(school):
    return [school.ask(f"SELECT count(*) FROM lifelong_quizzes_{name}")[0][0] for name in ROWS]  # noqa: S608


def test_an_answer_waits_until_the_disk_has_room_and_is_saved_once(learner, school, full):
    fill, make_room = full
    page = learner.page
    page.goto(f"/kk/{LESSON}")
    question_on(page).locator("input[type=radio]").first.check()
    expect_state(question_on(page), "saved")
    before = counted(school)
    fill()
    question_on(page).locator("input[type=radio]").nth(1).check()
    expect(question_on(page).locator("[data-save-state]")).to_contain_text(
        "сервер қазір дискіге жаза алмай тұр", ignore_case=True
    )
    expect_state(question_on(page), "unsaved")
    page.wait_for_timeout(3000)  # it is tried again
    assert counted(school) == before
    make_room()
    expect_state(question_on(page), "saved")
    assert saved_by(school, learner.login) == 1
    assert counted(school) == [before[0], before[1], before[2] + 1, before[3]]
    assert school.ask("PRAGMA integrity_check") == [("ok",)]
    forgive_the_network(learner)


def test_without_script_what_was_typed_stays_on_screen_with_the_reason(visitor, logins, school, full):
    fill, make_room = full
    plain = visitor(script=False)
    login, page = next(logins), plain.page
    plain.sign_in(login, PASSWORD)
    page.goto(f"/kk/{TEST}")
    follow(page.locator("button[value=start]"))
    expect(question_on(page)).to_be_visible()
    before = counted(school)
    fill()
    question_on(page).locator("input[type=radio]").nth(1).check()
    typed_question_on(page).locator("input[type=text]").fill("пернетақта")
    page.locator("button[value=finish]").click()
    expect(typed_question_on(page).locator(".field-error")).to_contain_text("Сақталмады")
    expect(typed_question_on(page).locator("input[type=text]")).to_have_value("пернетақта")
    expect(question_on(page).locator("input[type=radio]").nth(1)).to_be_checked()
    assert counted(school) == before
    make_room()
    page.locator("button[value=finish]").click()
    expect(page.locator(".result")).to_be_visible()
    assert saved_by(school, login) == 2
    forgive_the_network(plain)


def test_people_can_read_and_sign_out_and_are_told_why_they_cannot_sign_in(visitor, logins, school, full):
    fill, make_room = full
    plain = visitor(script=False)
    login, page = next(logins), plain.page
    plain.sign_in(login, PASSWORD)
    fill()
    page.goto(f"/ru/{LESSON}")  # the first visit, which would be written down
    expect(question_on(page)).to_be_visible()
    page.locator(".account-sign-out button").click()
    expect(page.locator("[name=password]")).to_be_visible()
    assert not [one for one in plain.context.cookies() if one["name"] == "sessionid" and one["value"]]
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.locator("[name=password]").press("Enter")
    expect(page.locator("main .messages")).to_contain_text("Сервер сейчас не может записать на диск")
    make_room()
    plain.sign_in(login, PASSWORD)
    forgive_the_network(plain)


def enter(page):
    page.fill("#secret", PIN)
    page.locator("#secret").press("Enter")


def lock(page):
    page.evaluate("document.querySelector('.account-sign-out').action = '/kk/lock/'")
    sign_out(page)


def test_at_the_lab_a_right_pin_is_told_why_it_opens_nothing_and_no_page_stays_open(visitor, school, full):
    fill, make_room = full
    _number, token = next(open_lab(school))
    seated = visitor()
    seated.context.add_cookies([{"name": "lifelong_lab", "value": token, "url": school.address}])
    page = seated.page
    walk_to(page, "Раушан", "kk")
    fill()
    enter(page)
    expect(page.locator(".field-error")).to_contain_text("Сервер қазір дискіге жаза алмай тұр")
    make_room()
    enter(page)
    expect(page.locator(".account")).to_contain_text("Раушан")

    lock(page)
    expect(page.locator("#secret")).to_be_visible()
    fill()
    enter(page)
    expect(page.locator(".field-error")).to_contain_text("Сервер қазір дискіге жаза алмай тұр")
    page.goto("/kk/my-learning/")
    expect(page.locator("#secret")).to_be_visible()
    make_room()
    enter(page)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("#secret")).to_have_count(0)

    fill()
    lock(page)  # which cannot be written: so they are signed out
    expect(page.get_by_role("link", name="Вечера")).to_be_visible()
    page.goto("/kk/my-learning/")
    expect(page.get_by_role("link", name="Вечера")).to_be_visible()
    make_room()
    forgive_the_network(seated)
