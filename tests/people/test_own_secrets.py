"""People change their own PIN or password, and whoever sits at their other sessions is out."""

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from people import lab
from people.backends import LearnerBackend
from people.models import LabComputer, Place, SignInSecret
from people.sign_in_secrets import give_pictures, give_pin, is_right
from tests.people.conftest import PASSWORD

ADDRESS = "/ru/account/secret/"
NEW = "sinee-ozero-12"


@pytest.fixture
def lab_pc(db):
    response, browser = HttpResponse(), Client()
    place = Place.objects.create(names={"ru": "Первомайский"})
    lab.register(response, LabComputer(name="Window", place=place), by=None)
    browser.cookies = response.cookies
    return browser


@pytest.fixture
def pensioner(aigerim, lab_pc):
    """Somebody with four digits, signed in at a lab computer."""
    give_pin(aigerim, "4071", in_the_lab=True)
    lab_pc.force_login(aigerim)
    return aigerim


def change(browser, present=PASSWORD, new=NEW, again=None, address=ADDRESS):
    return browser.post(address, {"present": present, "new": new, "again": new if again is None else again})


def is_signed_in(browser):
    return browser.get("/ru/account/").status_code == 200


def test_whoever_knows_the_present_password_chooses_a_new_one_and_stays(client, aigerim, sign_in):
    sign_in("aigerim")
    response = change(client)
    assert response.url == "/ru/account/"
    assert "На всех других компьютерах вы вышли." in client.get(response.url).content.decode()
    aigerim.refresh_from_db()
    assert aigerim.check_password(NEW)


def test_all_other_sessions_end(client, aigerim, sign_in):
    other = Client()
    sign_in("aigerim", browser=other)
    sign_in("aigerim")
    change(client)
    assert is_signed_in(client)
    assert not is_signed_in(other)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_the_present_password_nothing_changes(client, aigerim, sign_in, language):
    sign_in("aigerim")
    page = change(client, present="guess-work-99", address=f"/{language}/account/secret/").content.decode()
    assert 'class="error-summary"' in page
    assert NEW not in page
    aigerim.refresh_from_db()
    assert aigerim.check_password(PASSWORD)


def test_guessing_the_present_password_is_counted_as_at_the_door(client, aigerim, sign_in):
    sign_in("aigerim")
    answers = [change(client, present="guess-work-99").status_code for _try in range(6)]
    assert answers[-1] == 429
    assert change(client).status_code == 429


def test_what_was_typed_is_kept_in_no_table(client, aigerim, sign_in):
    sign_in("aigerim")
    change(client, present="guess-work-99")
    kept = str(AccessAttempt.objects.values_list())
    assert "guess-work-99" not in kept
    assert NEW not in kept
    assert "csrf" in kept or "present" in kept, "or nothing was counted, and this proves nothing"


@pytest.mark.parametrize(
    ("new", "again", "words"),
    [
        ("abc", "abc", "Пароль слишком короткий."),
        ("password1", "password1", "Такой пароль у многих."),
        (NEW, "sinee-ozero-13", "Новое написано по-разному."),
        (NEW, "", "Новое написано по-разному."),
        ("", "", "Выберите пароль."),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_in_plain_words(
    client, aigerim, sign_in, new, again, words
):
    sign_in("aigerim")
    assert words in change(client, new=new, again=again).content.decode()
    aigerim.refresh_from_db()
    assert aigerim.check_password(PASSWORD)


def test_a_pensioner_chooses_four_other_digits(lab_pc, pensioner):
    assert change(lab_pc, "4071", "8302").status_code == 302
    assert is_right(SignInSecret.objects.get(), "8302")
    assert is_signed_in(lab_pc)


def test_digits_typed_in_the_kazakh_layout_are_digits(lab_pc, pensioner):
    assert change(lab_pc, 'ңқ."', "8302", "үіқә").status_code == 302
    assert is_right(SignInSecret.objects.get(), "8302")


@pytest.mark.parametrize("weak", ["1234", "1987", "7777", "830", "83021", "abcd"])
def test_a_pin_that_others_would_guess_is_refused(lab_pc, pensioner, weak):
    assert change(lab_pc, "4071", weak).status_code == 200
    assert is_right(SignInSecret.objects.get(), "4071")


def test_the_new_pin_is_as_long_as_the_old_one(client, aigerim):
    give_pin(aigerim, "407193", in_the_lab=False)
    client.force_login(aigerim)
    assert change(client, "407193", "8302").status_code == 200
    assert change(client, "407193", "830247").status_code == 302


def test_whoever_has_pictures_is_told_whom_to_ask(client, aigerim):
    give_pictures(aigerim, ["sun", "boat", "key"])
    client.force_login(aigerim)
    page = client.get(ADDRESS).content.decode()
    assert "name=" not in page.partition("<main")[2].partition("</main")[0]
    assert change(client, "sun,boat,key").status_code == 200
    assert is_right(SignInSecret.objects.get(), "sun,boat,key")


def test_a_name_in_full_needs_no_patronymic_and_no_parts(client, aigerim):
    client.force_login(aigerim)
    client.post("/kk/account/", {"call_name": "Айка", "full_name": "Әбілқасымова Айгерім"})
    learner = LearnerBackend().get_user(aigerim.pk)
    assert learner.learner_profile.full_name == "Әбілқасымова Айгерім"
    client.post("/kk/account/", {"call_name": "", "full_name": ""})
    assert get_user_model().objects.get(pk=aigerim.pk).learner_profile.full_name == ""


def test_staff_are_told_that_their_new_password_is_long(client, teacher, aigerim):
    client.force_login(aigerim)
    assert "Не меньше 8 символов." in client.get(ADDRESS).content.decode()
    client.force_login(teacher)
    page = client.get(ADDRESS).content.decode()
    assert "не короче 12 знаков" in page
    assert "Не меньше 8 символов." not in page
