"""Who walks through a lab: its door, its locked screens, the family's seat, the teacher's desk."""

import json
from base64 import b32decode

from django_otp.oath import totp
from playwright.sync_api import expect

from .cast import NAMES, PASSWORD, PICTURES

COOKIE = "lifelong_lab"
CHILD, PENSIONER, NEIGHBOUR = NAMES[:3]


def build_lab(seat):
    """Return what those who sit in a lab of this seat's own know of it."""
    code = f"from tests.shots.lab import write; write({seat.login!r}, {seat.language!r})"
    return json.loads(seat.school.manage("shell", "-v0", "-c", code))


def sit_at(seat, token):
    seat.page.context.add_cookies([{"name": COOKIE, "value": token, "url": seat.school.address}])


def walk_to(seat, name):
    seat.go("sign-in/")
    seat.page.get_by_role("link", name="Вечера").click()
    seat.page.get_by_role("link", name=name).click()


def tap(seat, pictures):
    for picture in pictures:
        seat.press(f"[name=picture][value={picture}]")


def write_pin(seat, pin):
    seat.page.fill("#secret", pin)
    seat.press("main form .button-primary")


def at_the_door(seat):
    """Those who come in at a lab computer, and what can go wrong there."""
    lab = build_lab(seat)
    sit_at(seat, lab["token_where_no_class_meets"])
    seat.go("sign-in/")
    yield "no-class"
    sit_at(seat, lab["token"])
    for path, scene in [
        ("sign-in/", "classes"),
        ("sign-in/new/", "newcomer"),
        (f"sign-in/{lab['cohort']}/", "names"),
        (f"sign-in/{lab['without_people']}/", "no-names"),
        ("sign-in/login/", "login"),
    ]:
        seat.go(path)
        yield scene
    walk_to(seat, CHILD)
    yield "pictures"
    tap(seat, PICTURES[:2])
    yield "two-pictures"
    tap(seat, ["bell"])
    yield "pictures-wrong"
    walk_to(seat, NEIGHBOUR)
    yield "password"
    seat.press("main form .button-primary")
    yield "password-missing"
    walk_to(seat, PENSIONER)
    yield "pin"
    write_pin(seat, "9999")
    yield "pin-wrong"
    for _try in range(4):
        write_pin(seat, "9999")
    yield "pin-locked"


def handing_over(seat):
    """A child who walks away from the screen, and comes back."""
    sit_at(seat, build_lab(seat)["token"])
    page = seat.page
    page.clock.install()
    walk_to(seat, CHILD)
    tap(seat, PICTURES)
    if watches(page):
        page.clock.run_for("04:30")
        expect(page.locator(".hand-over")).to_be_visible()
        page.clock.run_for("00:02")
        yield "warning"
    lock(seat)
    yield "locked-screen"
    tap(seat, PICTURES[::-1])
    yield "locked-screen-wrong"


def watches(page):
    """Let the first half minute pass; say whether the page begins to watch, which takes script."""
    page.clock.run_for("00:31")
    for _ in range(20):
        if page.evaluate("localStorage.getItem('lifelong-here')"):
            return True
        page.wait_for_timeout(100)
    return False


def lock(seat):
    """Lock the screen as its script does."""
    token = next(one["value"] for one in seat.page.context.cookies() if one["name"] == "csrftoken")
    headers = {"Referer": seat.page.url, "X-CSRFToken": token}
    seat.page.request.post(f"/{seat.language}/lock/", headers=headers)
    seat.go(f"locked/?next=/{seat.language}/my-learning/")


def family(seat):
    """A mother of three, and somebody who is nobody's guardian yet."""
    build_lab(seat)
    sign_in_as(seat, f"{seat.login}-mother")
    seat.go("family/")
    yield "family"
    for agreed in seat.page.locator("details summary").all():
        agreed.click()
    yield "family-consents"
    seat.go("family/plan/")
    seat.press("main form .button-primary")
    yield "family-plan-missing"
    seat.page.fill("[name=words]", "Әр кешке бір ертегі оқимыз. Каждый вечер по сказке.")
    seat.page.fill("[name=when]", "После ужина, с Сашей")
    seat.press("main form .button-primary")
    yield "family-plan"
    seat.page.context.clear_cookies()
    sign_in_as(seat, f"{seat.login}-2")
    seat.go("family/")
    yield "family-of-nobody"


def own_things(seat):
    """Somebody who looks at what is kept of them, changes it, and asks to be erased."""
    build_lab(seat)
    seat.go("privacy/")
    yield "privacy"
    sign_in_as(seat, f"{seat.login}-2")
    for path in ("", "about/", "photo/", "secret/", "data/"):
        seat.go(f"account/{path}")
        yield f"account-{path.strip('/') or 'itself'}"
    seat.press("main form [name=want]")
    yield "account-data-erasure-asked"


def codes(seat):
    """A coordinator who switches her one-time codes on, and is asked for one when she comes back."""
    build_lab(seat)
    page, login = seat.page, f"{seat.login}-coordinator"
    sign_in_as(seat, login)
    seat.go("account/codes/")
    yield "codes"
    page.fill("[type=password]", PASSWORD)
    seat.press("main form .button-primary")
    yield "codes-key"
    key = page.locator("main strong").inner_text().replace(" ", "")
    write_code(seat, "000000")
    yield "codes-wrong"
    page.wait_for_timeout(1100)  # for so long no other code is right
    write_code(seat, f"{totp(b32decode(key + '=' * (-len(key) % 8))):06}")
    expect(page.locator("main li")).to_have_count(8)
    yield "codes-recovery"
    page.context.clear_cookies()
    sign_in_as(seat, login)
    yield "code"
    write_code(seat, "000000")
    yield "code-wrong"


def write_code(seat, code):
    seat.page.fill("[name=code]", code)
    seat.press("main form .button-primary")


def desk(seat):
    """The coordinator at her desk, with a class, a computer and the registers."""
    lab = build_lab(seat)
    sit_at(seat, lab["token"])
    walk_to(seat, PENSIONER)
    for _try in range(5):
        write_pin(seat, "9999")
    seat.page.context.clear_cookies()
    sign_in_as(seat, f"{seat.login}-coordinator")
    page = seat.page
    own = f"/admin/classes/{lab['cohort']}/"
    for path, scene in [
        ("/admin/classes/", "desk"),
        (own, "desk-class"),
        (f"{own}new-person/", "desk-new-person"),
        (f"{own}cards/", "desk-cards"),
    ]:
        page.goto(path)
        yield scene
    page.goto(f"{own}new-person/")
    seat.press("main form button.button")
    yield "desk-new-person-error"
    for kind in ("lab-pin", "pictures"):
        page.goto(f"{own}new-person/")
        page.fill("[name=call_name]", "Күләш Нұрланқызы")
        page.select_option("[name=kind]", kind)
        seat.press("main form button.button")
        yield f"desk-given-{kind}"
    paths = ["lab-computers", "lab-computers/new", "guardians/new", "consents/new", "consents"]
    paths += ["classes/list", "classes/codes", "classes/who", "personal-data"]
    for path in paths:
        page.goto(f"/admin/{path}/")
        yield f"desk-{path.replace('/', '-')}"
    page.goto(f"{own}questions/")
    yield "desk-questions"
    page.goto(f"/admin/personal-data/{lab['person']}/merge/")
    yield "desk-merge"
    page.fill("[name=login]", f"{seat.login}-4")
    seat.press("main form button.button")
    yield "desk-merge-both"


def sign_in_as(seat, login):
    seat.go("sign-in/login/")
    seat.page.fill("[name=username]", login)
    seat.page.fill("[name=password]", PASSWORD)
    seat.press("main form .button-primary")


LAB_WALKS = [at_the_door, handing_over, family, own_things, desk, codes]
