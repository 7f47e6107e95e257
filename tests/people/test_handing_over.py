"""A shared computer: the screen of somebody who walked away locks, and the next person finds nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from people import lab, signing
from people.handing_over import locking
from people.models import LabComputer, Place
from people.sign_in_secrets import give_pictures, give_pin
from tests.people.conftest import PASSWORD

PAGE = "/ru/account/"
LOCKED = "/ru/locked/?next=/ru/account/"


@pytest.fixture(autouse=True)
def screens_lock(settings):
    settings.LIFELONG_IDLE_MINUTES, settings.LIFELONG_LAB_IDLE_MINUTES = 20, 5


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


@pytest.fixture
def reader(clock, client, aigerim, sign_in):
    """Aigerim, who has signed in and opened a page."""
    sign_in("aigerim")
    client.get(PAGE)
    return client


def lock(browser):
    return browser.post("/ru/lock/", {"next": PAGE})


def test_whoever_comes_back_in_time_reads_on(reader, clock):
    for _page in range(5):
        clock.shift(timedelta(minutes=19))
        assert reader.get(PAGE).status_code == 200


def test_after_twenty_minutes_without_a_request_the_next_one_finds_the_lock(reader, clock):
    clock.shift(timedelta(minutes=21))
    answer = reader.get(PAGE)
    assert answer.url == LOCKED
    assert "Айгерім" in reader.get(LOCKED).content.decode()
    assert reader.get("/ru/my-learning/").url == "/ru/locked/?next=/ru/my-learning/"


def test_what_was_sent_after_the_idle_time_is_saved_before_the_screen_locks(reader, clock, aigerim):
    clock.shift(timedelta(hours=2))
    answer = reader.post(PAGE, {"call_name": "Айгүл", "language": ""})
    assert answer.url == LOCKED
    aigerim.learner_profile.refresh_from_db()
    assert aigerim.learner_profile.call_name == "Айгүл"


def test_a_locked_session_takes_nothing_in(reader, aigerim):
    lock(reader)
    assert reader.post(PAGE, {"call_name": "Чужой", "language": ""}).url == "/ru/locked/"
    aigerim.learner_profile.refresh_from_db()
    assert aigerim.learner_profile.call_name == "Айгерім"


def test_the_same_person_goes_on_where_they_were_with_their_secret(reader):
    lock(reader)
    before = reader.session.session_key
    assert reader.post(LOCKED, {"secret": PASSWORD}).url == PAGE
    assert reader.get(PAGE).status_code == 200
    assert reader.session.session_key != before


def test_a_wrong_secret_is_told_in_kazakh_and_the_screen_stays_locked(reader):
    lock(reader)
    page = reader.post("/kk/locked/", {"secret": "not-hers"}).content.decode()
    assert "Бұл сіздің құпиясөзіңіз емес. Қайталап көріңіз." in page
    assert reader.get(PAGE).url == LOCKED


def test_the_secret_of_somebody_else_opens_nothing(reader, bolat):
    bolat.set_password("another-secret-99")
    bolat.save()
    lock(reader)
    reader.post(LOCKED, {"username": "bolat", "secret": "another-secret-99"})
    assert reader.get(PAGE).url == LOCKED


def test_somebody_else_signs_them_out_with_one_press(reader):
    lock(reader)
    assert 'action="/ru/sign-out/"' in reader.get(LOCKED).content.decode()
    reader.post("/ru/sign-out/")
    assert "_auth_user_id" not in reader.session
    assert reader.get(PAGE).url.startswith("/ru/sign-in/")


@pytest.mark.parametrize("minutes", [0, 20])
def test_the_way_out_is_a_button_whether_screens_lock_or_not(reader, settings, minutes):
    settings.LIFELONG_IDLE_MINUTES = minutes
    assert '<form class="account-sign-out"' in reader.get(PAGE).content.decode()
    lock(reader)
    assert '<form class="account-sign-out"' in reader.get(LOCKED, follow=True).content.decode()


def test_guesses_at_the_lock_are_counted_like_those_at_the_door(reader):
    lock(reader)
    answers = [reader.post(LOCKED, {"secret": "guess"}).status_code for _try in range(6)]
    assert answers[-1] == 429


def test_the_browser_forgets_its_pages_when_the_screen_locks(reader, clock):
    assert signing.SIGNED_OUT_COOKIE in lock(reader).cookies
    reader.post(LOCKED, {"secret": PASSWORD})
    clock.shift(timedelta(hours=1))
    assert signing.SIGNED_OUT_COOKIE in reader.get(PAGE).cookies


def test_at_a_lab_computer_the_page_is_told_five_minutes_elsewhere_twenty(reader, client, aigerim):
    assert 'data-hand-over="1200"' in reader.get(PAGE).content.decode()
    response = HttpResponse()
    lab.register(response, LabComputer(name="1", place=Place.objects.create(names={"ru": "Дом"})), by=None)
    client.post("/ru/sign-out/")
    client.cookies.update(response.cookies)
    client.post("/ru/sign-in/login/", {"username": "aigerim", "password": PASSWORD})
    assert 'data-hand-over="300"' in client.get(PAGE).content.decode()


def test_without_script_nobody_is_locked_out_under_twenty_minutes(reader, clock, settings):
    settings.LIFELONG_IDLE_MINUTES = 5
    clock.shift(timedelta(minutes=19))
    assert reader.get(PAGE).status_code == 200


def test_a_page_that_is_read_for_long_keeps_the_session_by_its_script(reader, clock):
    for _sign in range(6):
        clock.shift(timedelta(minutes=15))
        assert reader.head("/ru/here/").status_code == 200
    assert reader.get(PAGE).status_code == 200


def test_a_clock_that_is_set_back_locks_nobody_out(reader, clock):
    clock.shift(timedelta(days=-400))
    assert reader.get(PAGE).status_code == 200
    assert locking.LOCKED not in reader.session


def test_a_made_up_cookie_does_not_keep_a_session_open(reader, clock):
    reader.cookies["lifelong_here"] = f"{int(timezone.now().timestamp()) + 10**6}:made-up"
    assert reader.get(PAGE).url == LOCKED


def test_whoever_closes_the_browser_takes_the_key_to_their_session_along(reader):
    for cookie in ("sessionid", "lifelong_here"):
        assert (reader.cookies[cookie]["max-age"], reader.cookies[cookie]["expires"]) == ("", "")


def test_a_session_whose_browser_cannot_say_when_it_was_here_is_locked(reader):
    """As after a power cut, where a browser brings back one cookie and not the other."""
    del reader.cookies["lifelong_here"]
    assert reader.get(PAGE).url == LOCKED
    assert reader.post(LOCKED, {"secret": PASSWORD}).url == PAGE
    assert reader.get(PAGE).status_code == 200


def test_a_browser_that_brings_everything_back_an_hour_later_is_locked(reader, clock):
    clock.shift(timedelta(hours=1))
    again = Client()
    again.cookies = reader.cookies
    assert again.get(PAGE).url == LOCKED


def test_whoever_signs_in_where_somebody_else_has_been_idle_is_not_locked(reader, clock, bolat, sign_in):
    clock.shift(timedelta(hours=1))
    assert sign_in("bolat").url == "/ru/my-learning/"
    assert reader.get(PAGE).status_code == 200


def test_whoever_changes_their_password_reads_on(reader):
    typed = {"present": PASSWORD, "new": "sinee-ozero-12", "again": "sinee-ozero-12"}
    assert reader.post("/ru/account/secret/", typed).url == PAGE
    assert reader.get(PAGE).status_code == 200


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_lock_leads_to_no_other_site(reader, target):
    reader.post("/ru/lock/", {"next": target})
    assert "evil" not in reader.post(f"/ru/locked/?next={target}", {"secret": PASSWORD}).url


def test_a_stranger_has_nothing_to_lock(client, db):
    assert client.post("/ru/lock/").url == "/ru/sign-in/"
    assert client.get("/ru/locked/").url == "/ru/sign-in/"


def test_a_screen_that_locks_costs_a_page_no_query(reader, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):  # the session, unless a cache has it, and the learner
        reader.get(PAGE)


@pytest.mark.parametrize("kind", ["pin", "pictures"])
def test_pins_and_pictures_unlock_as_well(clock, client, aigerim, kind):
    response = HttpResponse()
    lab.register(response, LabComputer(name="1", place=Place.objects.create(names={"ru": "Дом"})), by=None)
    client.cookies.update(response.cookies)
    give_pin(aigerim, "4071", in_the_lab=True) if kind == "pin" else give_pictures(
        aigerim, ["sun", "key", "boat"]
    )
    secret = "4071" if kind == "pin" else "sun,key,boat"
    client.post("/ru/sign-in/login/", {"username": "aigerim", "password": secret})
    lock(client)
    typed = {"secret": "4071"} if kind == "pin" else {"chosen": "sun,key", "picture": "boat"}
    assert client.post(LOCKED, typed).url == PAGE


@pytest.fixture
def desk(clock, client, teacher, sign_in):
    """A teacher who has signed in and opened the admin."""
    sign_in("teacher")
    client.get("/admin/")
    return client


PING = "/admin/editing-sessions/ping/lifelong_lessons/lessonpage/1/1/"


def test_an_editor_that_stands_open_is_no_sign_of_life(desk, clock):
    for _quarter in range(2):
        clock.shift(timedelta(minutes=15))
        desk.post(PING)
        assert locking.LOCKED not in desk.session, "or what is typed and sent next would be refused"
    assert desk.get("/admin/").url == "/ru/locked/?next=/admin/"


@pytest.mark.parametrize("path", ["/admin/", "/admin/account/", "/admin/classes/"])
def test_an_idle_screen_of_the_admin_locks_as_well(desk, path):
    page = desk.get(path).content.decode()
    assert 'data-hand-over="1200" data-here="/ru/here/?admin"' in page
    assert "people/css/hand-over.css" in page


def test_where_screens_do_not_lock_the_admin_does_not_either(desk, settings):
    settings.LIFELONG_IDLE_MINUTES = 0
    assert "data-hand-over" not in desk.get("/admin/").content.decode()


def test_in_the_admin_the_warning_says_what_is_lost(desk):
    assert "не сохранили" in desk.get("/ru/here/?admin").content.decode()
    assert "не сохранили" not in desk.get("/ru/here/").content.decode()


def test_staff_have_as_long_at_a_lab_computer_as_elsewhere(clock, client, teacher):
    response = HttpResponse()
    lab.register(response, LabComputer(name="1", place=Place.objects.create(names={"ru": "Дом"})), by=None)
    client.cookies.update(response.cookies)
    client.post("/ru/sign-in/login/", {"username": "teacher", "password": PASSWORD})
    assert 'data-hand-over="1200"' in client.get(PAGE).content.decode()


def test_whoever_signs_out_in_the_admin_leaves_nothing_behind(desk):
    answer = desk.post("/admin/logout/")
    assert answer.url == "/ru/sign-in/"
    assert signing.SIGNED_OUT_COOKIE in answer.cookies
    assert "_auth_user_id" not in desk.session
