"""The teacher's desk: making accounts, giving secrets, unlocking, printing cards."""

import re
from datetime import UTC, date, datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry

from people import consents, lab
from people.accounts import create_learner
from people.models import Cohort, Consent, LabComputer, LearnerProfile, Place, SignInSecret
from people.sign_in_secrets import is_right
from quizzes.allowing import group_choices, groups_of
from tests.courses.walking import soup
from tests.people.conftest import PASSWORD


def desk_of(person, language="ru"):
    browser = Client(headers={"accept-language": language})
    browser.force_login(person)
    return browser


def url(cohort, rest=""):
    return f"/admin/classes/{cohort.pk}/{rest}"


def main_of(response):
    return response.content.decode().partition("<main")[2]


def lab_pc(place):
    response, browser = HttpResponse(), Client()
    lab.register(response, LabComputer(name="Window", place=place), by=None)
    browser.cookies = response.cookies
    return browser


def test_a_teacher_makes_an_account_with_a_name_alone_and_reads_the_pin_once(teacher, evenings):
    page = main_of(
        desk_of(teacher).post(url(evenings, "new-person/"), {"call_name": "Күләш", "kind": "lab-pin"})
    )
    pin = re.search(r'sign-in-card-secret">(\d{4})<', page)[1]
    member = evenings.memberships.get()
    assert (member.learner.get_username(), member.name) == ("kulash", "Күләш")
    assert is_right(SignInSecret.objects.get(), pin)
    assert pin not in desk_of(teacher).get(url(evenings)).content.decode()


@pytest.mark.parametrize(
    ("kind", "told"),
    [("home-pin", r">\d{6}<"), ("pictures", r"signs\.svg#\w+"), ("password", r">\w{6}-\w{6}-\d\d<")],
)
def test_each_kind_of_secret_is_made_and_told(teacher, evenings, kind, told):
    page = main_of(desk_of(teacher).post(url(evenings, "new-person/"), {"call_name": "Тимур", "kind": kind}))
    assert re.search(told, page)


def test_the_new_pin_opens_the_door_of_the_lab_at_once(teacher, evenings, pensioner):
    answer = desk_of(teacher).post(url(evenings, f"{pensioner.pk}/secret/"), {"kind": "lab-pin"})
    pin = re.search(r'sign-in-card-secret">(\d{4})<', main_of(answer))[1]
    browser = lab_pc(evenings.place)
    door = f"/ru/sign-in/{evenings.pk}/{pensioner.pk}/"
    if pin != "4071":
        browser.post(door, {"secret": "4071"})
        assert "_auth_user_id" not in browser.session, "the old one is no good any more"
    browser.post(door, {"secret": pin})
    assert browser.session["_auth_user_id"] == str(pensioner.learner.pk)


def test_the_class_offers_to_add_people_one_by_one_and_by_list(teacher, evenings):
    page = main_of(desk_of(teacher).get(url(evenings)))
    assert f'href="{url(evenings, "new-person/")}"' in page
    assert f'href="/admin/classes/list/?class={evenings.pk}"' in page


def test_two_people_of_one_name_get_logins_of_their_own(teacher, evenings):
    for _person in range(3):
        desk_of(teacher).post(url(evenings, "new-person/"), {"call_name": "Айгерім Ә.", "kind": "lab-pin"})
    logins = sorted(member.learner.get_username() for member in evenings.memberships.all())
    assert logins == ["aygerim", "aygerim2", "aygerim3"]


def test_what_was_typed_stays_when_the_login_is_taken(teacher, evenings, pensioner):
    typed = {"call_name": "Раушан", "login": "Raushan", "kind": "pictures", "sign": "camel"}
    page = main_of(desk_of(teacher).post(url(evenings, "new-person/"), typed))
    assert "Этот логин уже занят. Выберите другой." in page
    assert 'value="Раушан"' in page
    assert 'value="camel" selected' in page
    assert evenings.memberships.count() == 1


def test_somebody_who_guessed_too_often_is_unlocked_in_three_clicks(teacher, evenings, pensioner):
    browser = lab_pc(evenings.place)
    door = f"/ru/sign-in/{evenings.pk}/{pensioner.pk}/"
    for _try in range(6):
        browser.post(door, {"secret": "9999"})
    assert browser.post(door, {"secret": "4071"}).status_code == 429
    desk = desk_of(teacher)
    # Classes, the class, Unlock.
    assert url(evenings) in desk.get("/admin/classes/").content.decode()
    unlock = url(evenings, f"{pensioner.pk}/unlock/")
    assert unlock in desk.get(url(evenings)).content.decode()
    desk.post(unlock)
    assert browser.post(door, {"secret": "4071"}).status_code == 302


def test_who_gave_a_secret_and_who_unlocked_is_noted_without_the_secret(teacher, evenings, pensioner):
    desk = desk_of(teacher)
    desk.post(url(evenings, f"{pensioner.pk}/secret/"), {"kind": "lab-pin"})
    desk.post(url(evenings, f"{pensioner.pk}/unlock/"))
    noted = ModelLogEntry.objects.filter(object_id=str(pensioner.learner.pk), user=teacher)
    assert {entry.action for entry in noted} == {"lifelong.new_secret", "lifelong.unlocked"}
    assert [entry.data for entry in noted if entry.data] == [{"kind": "lab-pin"}]


@pytest.mark.parametrize("rest", ["", "new-person/", "cards/"])
def test_the_class_of_another_teacher_is_closed_whether_it_exists_or_not(neighbour, evenings, rest):
    for pk in (evenings.pk, evenings.pk + 1000):
        answer = desk_of(neighbour).get(f"/admin/classes/{pk}/{rest}")
        assert answer.status_code == 302
        assert answer.url == "/admin/"


@pytest.mark.parametrize("deed", ["secret", "unlock", "leave"])
def test_a_teacher_changes_nobody_in_the_class_of_another(neighbour, evenings, pensioner, deed):
    desk_of(neighbour).post(url(evenings, f"{pensioner.pk}/{deed}/"), {"kind": "lab-pin"})
    assert is_right(SignInSecret.objects.get(), "4071")
    assert evenings.memberships.present().count() == 1


def test_a_member_of_the_class_cannot_be_reached_through_another_class(neighbour, evenings, pensioner):
    own = Cohort.objects.create(name="Своя", place=evenings.place)
    own.teachers.add(neighbour)
    desk_of(neighbour).post(url(own, f"{pensioner.pk}/secret/"), {"kind": "lab-pin"})
    assert is_right(SignInSecret.objects.get(), "4071")


def test_a_teacher_cannot_take_the_account_of_the_coordinator(teacher, coordinator, evenings):
    member = evenings.add(coordinator)
    desk = desk_of(teacher)
    assert url(evenings, f"{member.pk}/secret/") not in desk.get(url(evenings)).content.decode()
    desk.post(url(evenings, f"{member.pk}/secret/"), {"kind": "password"})
    coordinator.refresh_from_db()
    assert coordinator.check_password(PASSWORD)


def test_a_teacher_takes_no_account_into_the_class_that_is_there_already(teacher, evenings):
    create_learner("bolat", PASSWORD)
    desk_of(teacher).post(url(evenings, "new-person/"), {"known": "1", "login": "bolat"})
    assert not evenings.memberships.exists()


def test_a_coordinator_takes_in_somebody_who_has_an_account_but_none_of_the_staff(
    coordinator, teacher, evenings
):
    create_learner("bolat", PASSWORD)
    desk = desk_of(coordinator)
    desk.post(url(evenings, "new-person/"), {"known": "1", "login": "Bolat"})
    assert [member.learner.get_username() for member in evenings.memberships.all()] == ["bolat"]
    page = main_of(desk.post(url(evenings, "new-person/"), {"known": "1", "login": "teacher"}))
    assert "Это аккаунт сотрудника" in page
    assert evenings.memberships.count() == 1


def test_whoever_leaves_keeps_the_account(teacher, evenings, pensioner):
    desk_of(teacher).post(url(evenings, f"{pensioner.pk}/leave/"))
    assert not evenings.memberships.present().exists()
    pensioner.learner.refresh_from_db()
    assert pensioner.learner.is_active


def test_cards_carry_name_login_and_code_and_never_a_secret(teacher, evenings, pensioner):
    page = main_of(desk_of(teacher).get(url(evenings, "cards/")))
    assert "Раушан әже" in page
    assert "raushan" in page
    assert "<svg" in page
    assert "4071" not in page
    assert "sign-in-card-secret" not in page


def test_the_code_of_a_card_fills_in_the_login(client, pensioner):
    assert 'value="raushan"' in client.get("/ru/sign-in/login/?login=raushan").content.decode()
    assert (
        "<script>"
        not in client.get("/ru/sign-in/login/?login=<script>").content.decode().partition("<main")[2]
    )


def test_a_coordinator_registers_the_computer_in_front_of_her_and_takes_it_back(
    coordinator, evenings, settlement
):
    desk = desk_of(coordinator)
    desk.post("/admin/lab-computers/new/", {"name": "Окно 3", "place": settlement.pk})
    computer = LabComputer.objects.get()
    assert computer.registered_by == coordinator
    assert computer.language == "ru", "the language in use"
    desk.post("/ru/sign-out/")
    assert "Вечера" in desk.get("/ru/sign-in/").content.decode()
    desk_of(coordinator).post(f"/admin/lab-computers/delete/{computer.pk}/")
    assert "Вечера" not in desk.get("/ru/sign-in/").content.decode()
    computer.refresh_from_db()
    assert computer.revoked_at


@pytest.mark.parametrize("address", ["places/new/", "cohorts/new/", "lab-computers/new/"])
def test_a_teacher_makes_no_places_classes_or_lab_computers(teacher, address):
    assert desk_of(teacher).get(f"/admin/{address}").status_code == 302


def test_a_place_has_a_name_in_each_language_and_needs_one(coordinator):
    desk = desk_of(coordinator)
    page = main_of(desk.post("/admin/places/new/", {"within": ""}))
    assert "Напишите название хотя бы на одном языке." in page
    desk.post("/admin/places/new/", {"name_kk": "Ақсу", "name_ru": "Аксу", "within": ""})
    assert Place.objects.get().names == {"kk": "Ақсу", "ru": "Аксу"}


def test_a_place_is_never_within_itself(coordinator, settlement):
    part = Place.objects.create(names={"ru": "Школьная"}, within=settlement)
    desk_of(coordinator).post(f"/admin/places/edit/{settlement.pk}/", {"name_ru": "Я", "within": part.pk})
    settlement.refresh_from_db()
    assert settlement.within is None


def test_a_class_of_thirty_costs_the_desk_no_more_queries(teacher, evenings, django_assert_max_num_queries):
    for number in range(30):
        evenings.add(create_learner(f"learner-{number}", PASSWORD))
    desk = desk_of(teacher)
    desk.get(url(evenings))
    with django_assert_max_num_queries(18):
        desk.get(url(evenings))


def test_the_register_says_in_a_few_columns_who_agreed_how_and_when_and_who_took_it_back(
    admin_user, pensioner
):
    paper = {"how": Consent.How.PAPER, "by": None}
    for purpose, day in (("photo", date(2026, 9, 1)), ("progress", date(2026, 9, 2))):
        agreed = consents.give(pensioner.learner, purpose, "Гүлнар", **paper)
        Consent.objects.filter(pk=agreed.pk).update(given_on=day)
    Consent.objects.filter(purpose="photo").update(
        withdrawn_at=datetime(2026, 10, 4, 20, tzinfo=UTC), withdrawn_by="Раушан"
    )
    table = soup(desk_of(admin_user).get("/admin/consents/?ordering=given_on")).find(
        "table", class_="listing"
    )
    cells = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in table.tbody("tr")]
    assert [row[2:] for row in cells] == [
        ["Гүлнар, на бумаге, 01.09.2026", "", "Раушан, 05.10.2026"],  # it was past midnight here
        ["Гүлнар, на бумаге, 02.09.2026", "", ""],
    ]


def test_an_exception_for_a_test_may_be_made_for_a_class(pensioner):
    key = f"cohort:{pensioner.cohort_id}"
    assert (key, "Вечера") in group_choices()
    assert key in groups_of(pensioner.learner)


def person_url(member):
    return url(member.cohort, f"{member.pk}/")


def test_a_teacher_puts_a_misspelt_name_right_and_chooses_another_picture(teacher, evenings, pensioner):
    desk = desk_of(teacher)
    assert person_url(pensioner) in desk.get(url(evenings)).content.decode()
    assert 'value="Раушан әже"' in desk.get(person_url(pensioner)).content.decode()
    typed = {"call_name": "Раушан апай", "full_name": "Омарова Раушан", "sign": "camel"}
    assert desk.post(person_url(pensioner), typed | {"place": evenings.place.pk}).url == url(evenings)
    profile = LearnerProfile.objects.get(learner=pensioner.learner)
    assert {name: getattr(profile, name) for name in typed} == typed
    assert profile.place == evenings.place


def test_that_a_person_was_changed_is_noted_but_not_how(teacher, pensioner):
    desk_of(teacher).post(person_url(pensioner), {"call_name": "Раушан апай"})
    noted = ModelLogEntry.objects.get(action="lifelong.person_changed")
    assert (noted.object_id, noted.user) == (str(pensioner.learner.pk), teacher)
    assert noted.data == {"fields": ["call_name"]}


def test_a_person_without_a_name_is_not_saved(teacher, pensioner):
    page = main_of(desk_of(teacher).post(person_url(pensioner), {"call_name": ""}))
    assert "Напишите имя." in page
    assert LearnerProfile.objects.get(learner=pensioner.learner).call_name == "Раушан әже"


def test_nobody_changes_people_of_other_classes_or_staff(
    teacher, neighbour, coordinator, evenings, pensioner
):
    desk_of(neighbour).post(person_url(pensioner), {"call_name": "Чужая"})
    desk_of(teacher).post(person_url(evenings.add(coordinator)), {"call_name": "Чужая"})
    assert not LearnerProfile.objects.filter(call_name="Чужая").exists()
