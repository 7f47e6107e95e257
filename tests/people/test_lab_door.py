"""The door of a lab computer: class, name, secret."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from people import lab, signs
from people.accounts import create_learner
from people.models import Cohort, LabComputer, Place, SignInSecret
from people.sign_in_secrets import give_password, give_pictures, give_pin
from tests.people.conftest import PASSWORD

PIN = "4071"
PICTURES = ["sun", "boat", "key"]
LANGUAGES = ["kk", "ru", "en"]


@pytest.fixture
def settlement(db):
    return Place.objects.create(names={"ru": "Первомайский", "kk": "Первомай"})


@pytest.fixture
def street(settlement):
    return Place.objects.create(names={"ru": "Школьная"}, within=settlement)


@pytest.fixture
def evenings(street):
    return Cohort.objects.create(name="Вечера", place=street)


@pytest.fixture
def child(evenings):
    learner = create_learner("sasha", PASSWORD, call_name="Саша")
    give_pictures(learner, PICTURES)
    return evenings.add(learner)


@pytest.fixture
def pensioner(evenings):
    learner = create_learner("raushan", PASSWORD, call_name="Раушан әже")
    give_pin(learner, PIN, in_the_lab=True)
    return evenings.add(learner)


@pytest.fixture
def lab_pc(settlement):
    return register(settlement)


def register(place):
    response, browser = HttpResponse(), Client()
    browser.computer = lab.register(response, LabComputer(name="Window", place=place), by=None)
    browser.cookies = response.cookies
    return browser


def url_of(member, language="ru"):
    return f"/{language}/sign-in/{member.cohort_id}/{member.pk}/"


def is_signed_in(browser, learner):
    return browser.session.get("_auth_user_id") == str(learner.pk)


def tap(browser, member, pictures):
    """Tap pictures one after the other, as a browser without script does; return the last answer."""
    chosen = ""
    for picture in pictures:
        response = browser.post(url_of(member), {"chosen": chosen, "picture": picture})
        found = re.search(r'name="chosen" value="([^"]*)"', response.content.decode())
        chosen = found[1] if found else ""
    return response


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lab_computer_offers_the_classes_of_its_place_and_of_those_within_it(lab_pc, evenings, language):
    page = lab_pc.get(f"/{language}/sign-in/").content.decode()
    assert f'href="/{language}/sign-in/{evenings.pk}/"' in page
    assert "name=" not in page.partition("<main")[2].partition("</main")[0], "nothing to type"


def test_any_other_computer_asks_for_login_and_password_and_shows_no_names(client, pensioner):
    assert 'name="username"' in client.get("/ru/sign-in/").content.decode()
    assert client.get(f"/ru/sign-in/{pensioner.cohort_id}/").status_code == 404
    assert client.get(url_of(pensioner)).status_code == 404
    assert client.post(url_of(pensioner), {"secret": PIN}).status_code == 404


def test_a_computer_that_was_taken_back_shows_no_names_at_once(lab_pc, pensioner):
    lab.revoke(lab_pc.computer)
    assert lab_pc.get(f"/ru/sign-in/{pensioner.cohort_id}/").status_code == 404
    assert 'name="username"' in lab_pc.get("/ru/sign-in/").content.decode()


def test_a_cookie_that_somebody_made_up_is_no_lab_computer(client, pensioner):
    client.cookies[lab.COOKIE_NAME] = "made-up"
    assert client.get(f"/ru/sign-in/{pensioner.cohort_id}/").status_code == 404


def test_the_table_of_computers_does_not_tell_how_to_be_one(lab_pc):
    computer = LabComputer.objects.get()
    assert lab_pc.cookies[lab.COOKIE_NAME].value not in str(computer.__dict__)


def test_the_classes_of_another_place_stay_behind_their_own_door(pensioner):
    elsewhere = register(Place.objects.create(names={"ru": "Актау"}))
    assert elsewhere.get(url_of(pensioner)).status_code == 404


def test_whoever_left_the_class_or_was_closed_is_not_offered(lab_pc, pensioner, child):
    pensioner.left_at = timezone.now()
    pensioner.save()
    child.learner.is_active = False
    child.learner.save()
    page = lab_pc.get(f"/ru/sign-in/{pensioner.cohort_id}/").content.decode()
    assert "Раушан" not in page
    assert "Саша" not in page
    assert lab_pc.get(url_of(pensioner)).status_code == 404


def test_a_pensioner_comes_in_with_the_four_digits_of_her_card(lab_pc, pensioner):
    assert lab_pc.post(url_of(pensioner), {"secret": PIN}).status_code == 302
    assert is_signed_in(lab_pc, pensioner.learner)


def test_digits_typed_in_the_kazakh_layout_are_her_pin_as_well(lab_pc, pensioner):
    lab_pc.post(url_of(pensioner), {"secret": 'ңқ."'})
    assert is_signed_in(lab_pc, pensioner.learner)


def test_four_digits_open_nothing_from_home(client, pensioner, sign_in):
    assert sign_in("raushan", PIN).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("in_the_lab", [True, False])
def test_a_short_secret_opens_nothing_once_its_owner_belongs_to_the_staff(
    lab_pc, pensioner, teacher, sign_in, in_the_lab
):
    pin = PIN if in_the_lab else "407193"
    give_pin(pensioner.learner, pin, in_the_lab=in_the_lab)
    pensioner.learner.groups.add(*teacher.groups.all())
    assert "inputmode" not in lab_pc.get(url_of(pensioner)).content.decode()
    lab_pc.post(url_of(pensioner), {"secret": pin})
    sign_in("raushan", pin, browser=lab_pc, url="/ru/sign-in/login/")
    assert "_auth_user_id" not in lab_pc.session
    give_password(pensioner.learner, PASSWORD)
    lab_pc.post(url_of(pensioner), {"secret": PASSWORD})
    assert is_signed_in(lab_pc, pensioner.learner)


def test_six_digits_are_good_from_home(client, evenings, sign_in):
    learner = create_learner("timur", PASSWORD)
    give_pin(learner, "407193", in_the_lab=False)
    sign_in("timur", "407193")
    assert is_signed_in(client, learner)


def test_the_password_from_before_is_no_second_door(client, pensioner, sign_in):
    sign_in("raushan", PASSWORD)
    assert "_auth_user_id" not in client.session


def test_a_child_comes_in_with_three_pictures_in_their_order(lab_pc, child):
    assert tap(lab_pc, child, PICTURES).status_code == 302
    assert is_signed_in(lab_pc, child.learner)


@pytest.mark.parametrize("wrong", [PICTURES[::-1], ["sun", "sun", "sun"], ["sun", "boat", "bell"]])
def test_other_pictures_or_another_order_are_told_kindly_and_start_again(lab_pc, child, wrong):
    page = tap(lab_pc, child, wrong).content.decode()
    assert "_auth_user_id" not in lab_pc.session
    assert "Это не ваши картинки. Попробуйте ещё раз." in page
    assert 'name="chosen" value=""' in page


def test_a_child_may_start_again_before_the_third_picture(lab_pc, child):
    page = lab_pc.post(url_of(child), {"chosen": "sun,moon", "again": "1"}).content.decode()
    assert 'name="chosen" value=""' in page
    assert not AccessAttempt.objects.exists(), "this was no wrong try"


def test_pictures_need_no_reading_and_are_told_to_those_who_do_not_see(lab_pc, child):
    page = lab_pc.get(url_of(child, "kk")).content.decode()
    assert page.count('name="picture"') == len(signs.THINGS)
    assert 'alt="күн"' in page


def test_somebody_with_a_password_types_it_here_without_a_login(lab_pc, evenings):
    member = evenings.add(create_learner("bolat", PASSWORD, call_name="Болат"))
    lab_pc.post(url_of(member), {"secret": PASSWORD})
    assert is_signed_in(lab_pc, member.learner)


def test_a_wrong_pin_five_times_makes_that_person_wait_and_nobody_else(lab_pc, pensioner, child):
    answers = [lab_pc.post(url_of(pensioner), {"secret": "9999"}) for _try in range(6)]
    assert [answer.status_code for answer in answers[:4]] == [200] * 4
    assert answers[-1].status_code == 429
    assert lab_pc.post(url_of(pensioner), {"secret": PIN}).status_code == 429
    assert tap(lab_pc, child, PICTURES).status_code == 302


def test_a_wrong_pin_and_wrong_pictures_are_kept_in_no_table(lab_pc, pensioner, child):
    lab_pc.post(url_of(pensioner), {"secret": "9183"})
    tap(lab_pc, child, ["tree", "bell", "cup"])
    kept = str(AccessAttempt.objects.values_list("post_data"))
    assert "secret" in kept
    assert not [word for word in ("9183", "tree", "bell", "cup") if word in kept]


def test_an_empty_pin_is_asked_for_in_kazakh_and_is_no_wrong_try(lab_pc, pensioner):
    page = lab_pc.post(url_of(pensioner, "kk"), {"secret": ""}).content.decode()
    assert "ПИН-кодты жазыңыз." in page
    assert not AccessAttempt.objects.exists()


def test_where_somebody_wanted_to_go_survives_the_whole_door(lab_pc, pensioner):
    query = "?next=/ru/account/"
    assert query in lab_pc.get(f"/ru/sign-in/{query}").content.decode()
    assert query in lab_pc.get(f"/ru/sign-in/{pensioner.cohort_id}/{query}").content.decode()
    assert lab_pc.post(url_of(pensioner) + query, {"secret": PIN}).url == "/ru/account/"


def test_names_stand_in_the_order_of_the_alphabet(lab_pc, evenings):
    for login, name in [("a", "Яна"), ("b", "Әлия"), ("c", "Асель"), ("d", "Борис")]:
        evenings.add(create_learner(login, PASSWORD, call_name=name))
    page = lab_pc.get(f"/kk/sign-in/{evenings.pk}/").content.decode()
    assert [page.index(name) for name in ("Асель", "Әлия", "Борис", "Яна")] == sorted(
        page.index(name) for name in ("Асель", "Әлия", "Борис", "Яна")
    )


def test_a_class_of_thirty_costs_no_more_queries_than_a_class_of_three(
    lab_pc, evenings, django_assert_max_num_queries
):
    for number in range(30):
        evenings.add(create_learner(f"learner-{number}", PASSWORD))
    with django_assert_max_num_queries(5):
        lab_pc.get(f"/ru/sign-in/{evenings.pk}/")


def test_a_stolen_table_does_not_give_the_pin_away(pensioner):
    assert not check_password(PIN, SignInSecret.objects.get().digest)


def test_a_pensioner_who_mistypes_three_times_is_asked_to_wait_a_moment(lab_pc, pensioner, settings):
    settings.LIFELONG_TRY_DELAYS = {3: 3}
    for _try in range(3):
        lab_pc.post(url_of(pensioner), {"secret": "9999"})
    response = lab_pc.post(url_of(pensioner, "kk"), {"secret": PIN})
    assert response.status_code == 429
    assert "3 секунд күтіп, қайталап көріңіз." in response.content.decode()
    assert "Раушан әже" in response.content.decode()


def test_a_lab_computer_in_use_stays_one_for_as_long_as_browsers_keep_cookies(lab_pc, client):
    token = lab_pc.cookies[lab.COOKIE_NAME].value
    renewed = lab_pc.get("/ru/sign-in/").cookies[lab.COOKIE_NAME]
    assert (renewed.value, renewed["max-age"]) == (token, 400 * 24 * 60 * 60)
    client.cookies[lab.COOKIE_NAME] = "made-up"
    assert lab.COOKIE_NAME not in client.get("/ru/sign-in/").cookies


@pytest.mark.parametrize(("days", "is_offered"), [(-1, False), (0, False), (1, True)])
def test_a_class_is_offered_until_the_day_on_which_it_ends(lab_pc, evenings, days, is_offered):
    evenings.ended_on = timezone.localdate() + timedelta(days=days)
    evenings.save()
    assert ("Вечера" in lab_pc.get("/ru/sign-in/").content.decode()) == is_offered
    assert evenings.has_ended != is_offered


def test_the_next_person_finds_the_door_in_the_language_of_the_lab(lab_pc, pensioner):
    LabComputer.objects.update(language="kk")
    lab_pc.post(url_of(pensioner), {"secret": PIN})
    answer = lab_pc.post("/ru/sign-out/")
    assert answer.url == "/kk/sign-in/"
    assert "Сіз шықтыңыз." in lab_pc.get(answer.url).content.decode()


@pytest.mark.parametrize("language", ["", "xx"])
def test_a_lab_computer_without_a_language_stays_with_that_of_the_page(lab_pc, language):
    LabComputer.objects.update(language=language)
    assert lab_pc.post("/en/sign-out/").url == "/en/sign-in/"
