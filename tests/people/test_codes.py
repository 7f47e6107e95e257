"""Staff who want it are asked for a one-time code after their password, before anything opens."""

import re
import time

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django_otp.oath import TOTP
from wagtail.models import ModelLogEntry

from people.codes import keeping
from people.forms import valid_password
from tests.people.conftest import PASSWORD
from tests.people.test_desk import desk_of, main_of

OWN, ASKED = "/ru/account/codes/", "/ru/sign-in/code/"


@pytest.fixture(autouse=True)
def no_pauses(settings):
    """django-otp makes a person wait a second after a wrong code, then two, four, …"""
    settings.OTP_TOTP_THROTTLE_FACTOR = settings.OTP_STATIC_THROTTLE_FACTOR = 0


def code_of(telephone, steps=0):
    """Return what the telephone shows now, or so many half minutes later."""
    clock = TOTP(telephone.bin_key)
    clock.time = time.time() + 30 * steps
    return f"{clock.token():06d}"


@pytest.fixture
def telephone(teacher):
    """The telephone of the teacher, who has switched codes on."""
    telephone = keeping.begin(teacher)
    telephone.recovery = keeping.confirm(teacher, code_of(telephone))
    return telephone


def enter(browser, code):
    return browser.post(ASKED, {"code": code})


def is_in(browser):
    return "_auth_user_id" in browser.session


def test_who_has_no_codes_is_not_asked_for_one(client, teacher, sign_in):
    assert sign_in("teacher").url == "/ru/my-learning/"
    assert is_in(client)


def test_the_password_alone_opens_nothing(client, telephone, sign_in):
    assert sign_in("teacher", url="/ru/sign-in/?next=/admin/").url == f"{ASKED}?next=/admin/"
    assert not is_in(client)
    assert client.get("/admin/").status_code == client.get("/ru/account/").status_code == 302


def test_the_code_opens_the_admin(client, telephone, sign_in):
    sign_in("teacher")
    response = client.post(f"{ASKED}?next=/admin/", {"code": code_of(telephone, 1)})
    assert response.url == "/admin/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_wrong_code_is_told_in_plain_words(client, telephone, sign_in, language):
    sign_in("teacher")
    page = client.post(f"/{language}/sign-in/code/", {"code": "000000"}).content.decode()
    assert 'class="error-summary"' in page
    assert not is_in(client)


def test_a_code_is_good_once(client, telephone, sign_in):
    code = code_of(telephone, 1)
    sign_in("teacher")
    enter(client, code)
    other = Client()
    sign_in("teacher", browser=other)
    enter(other, code)
    assert not is_in(other)


def test_digits_in_groups_or_in_the_kazakh_layout_are_the_code(client, telephone, sign_in):
    sign_in("teacher")
    code = code_of(telephone, 1)
    enter(client, f"{code[:3]} {code[3:]}")
    assert is_in(client)


def test_a_recovery_code_opens_the_door_once(client, telephone, sign_in):
    assert len(set(telephone.recovery)) == keeping.RECOVERY_CODES
    sign_in("teacher")
    enter(client, telephone.recovery[0].upper())
    assert is_in(client)
    other = Client()
    sign_in("teacher", browser=other)
    enter(other, telephone.recovery[0])
    assert not is_in(other)


def test_guessing_codes_is_stopped_as_guessing_passwords_is(client, telephone, sign_in):
    sign_in("teacher")
    answers = [enter(client, f"00000{number}").status_code for number in range(6)]
    assert answers[-1] == 429
    assert enter(client, code_of(telephone, 1)).status_code == 429
    assert not is_in(client)


def test_a_code_without_a_password_before_it_opens_nothing(client, telephone):
    assert enter(client, code_of(telephone, 1)).url == "/ru/sign-in/"
    assert not is_in(client)


def test_after_ten_minutes_the_password_is_asked_for_again(client, telephone, sign_in):
    sign_in("teacher")
    with time_machine.travel(time.time() + 601):
        assert enter(client, code_of(telephone)).url == "/ru/sign-in/"


def test_a_new_password_meanwhile_ends_the_waiting(client, teacher, telephone, sign_in):
    sign_in("teacher")
    teacher.set_password("bastau-koktem-taza-47")
    teacher.save()
    assert enter(client, code_of(telephone, 1)).url == "/ru/sign-in/"


def test_a_teacher_switches_codes_on_and_off(client, teacher, sign_in):
    sign_in("teacher")
    assert not keeping.telephones(teacher).exists(), "looking at the page makes nothing"
    assert 'name="present"' in client.get(OWN).content.decode()
    page = client.post(OWN, {"do": "begin", "present": PASSWORD}).content.decode()
    assert "<svg" in page
    telephone = keeping.waiting(teacher)
    assert not keeping.has_codes(teacher), "not before the first code"
    shown = client.post(OWN, {"do": "confirm", "code": code_of(telephone)})
    codes = re.findall(r"<li><strong>(\w+)</strong>", shown.content.decode())
    assert len(codes) == keeping.RECOVERY_CODES
    assert shown["Cache-Control"] == "no-store, private"
    assert codes[0] not in client.get(OWN).content.decode()
    client.post(OWN, {"do": "off", "code": "000000"})
    assert keeping.has_codes(teacher)
    client.post(OWN, {"do": "off", "code": codes[0]})
    assert not keeping.has_codes(teacher)


@pytest.mark.parametrize("typed", ["000000", ""])
def test_a_wrong_first_code_is_told_at_its_field_beside_the_picture(client, teacher, sign_in, typed):
    sign_in("teacher")
    client.post(OWN, {"do": "begin", "present": PASSWORD})
    page = client.post(OWN, {"do": "confirm", "code": typed}).content.decode()
    assert 'id="id_code_error"' in page
    assert "<svg" in page
    assert not keeping.has_codes(teacher)


def test_codes_are_not_switched_on_without_the_password(client, teacher, sign_in):
    sign_in("teacher")
    client.post(OWN, {"do": "begin", "present": "guess-work-99"})
    assert not keeping.telephones(teacher).exists()


def test_a_learner_has_no_codes(client, aigerim):
    client.force_login(aigerim)
    assert (
        client.get(OWN).status_code
        == client.post(OWN, {"do": "begin", "present": PASSWORD}).status_code
        == 404
    )


def test_a_coordinator_takes_a_lost_code_back_and_that_is_noted(
    client, coordinator, teacher, telephone, sign_in
):
    address = "/admin/classes/codes/"
    assert "teacher" in main_of(desk_of(coordinator).get(address))
    desk_of(coordinator).post(address, {"person": teacher.pk})
    sign_in("teacher")
    assert is_in(client)
    assert ModelLogEntry.objects.get(action="lifelong.code_reset").user == coordinator


def test_nobody_else_takes_a_code_back(coordinator, neighbour, teacher, telephone):
    address = "/admin/classes/codes/"
    assert desk_of(neighbour).post(address, {"person": teacher.pk}).url == "/admin/"
    get_user_model().objects.filter(pk=teacher.pk).update(is_superuser=True)
    desk_of(coordinator).post(address, {"person": teacher.pk})
    assert keeping.has_codes(teacher)


def test_a_teacher_s_password_is_long_and_a_learner_s_need_not_be(teacher, aigerim):
    assert valid_password("sinee-9ozer", "aigerim", aigerim)
    with pytest.raises(ValidationError, match="12"):
        valid_password("sinee-9ozer", "teacher", teacher)
