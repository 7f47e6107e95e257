import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.urls import reverse

from people.accounts import create_learner, readable_password
from people.backends import LearnerBackend
from people.models import LearnerProfile, language_of, name_of
from people.roles import is_staff

User = get_user_model()
HOSTILE = "\"><script>alert(1)</script>\u202e&'"


@pytest.fixture
def nameless(db):
    return User.objects.create_user("nameless", password="bomuka-tesogu-47")


@pytest.fixture
def administrator(admin_user, client):
    client.force_login(admin_user)
    return admin_user


@pytest.fixture
def adults_may_register(settings):
    settings.LIFELONG_SELF_REGISTRATION = True


def test_a_learner_comes_with_their_profile_in_one_query(aigerim, django_assert_num_queries):
    with django_assert_num_queries(1):
        learner = LearnerBackend().get_user(aigerim.pk)
        assert name_of(learner) == "Айгерім"


def test_a_learner_without_a_profile_costs_no_second_query(nameless, django_assert_num_queries):
    with django_assert_num_queries(1):
        learner = LearnerBackend().get_user(nameless.pk)
        assert name_of(learner) == "nameless"
        assert language_of(learner) == ""


def test_a_closed_account_is_nobody(aigerim):
    User.objects.filter(pk=aigerim.pk).update(is_active=False)
    assert LearnerBackend().get_user(aigerim.pk) is None


def test_a_profile_is_made_the_first_time_and_once(nameless):
    first = LearnerProfile.of(nameless)
    assert LearnerProfile.of(User.objects.get(pk=nameless.pk)) == first


def test_a_login_belongs_to_one_person(aigerim):
    with pytest.raises(IntegrityError):
        create_learner("aigerim", "bomuka-tesogu-47")


def test_readable_passwords_can_be_read_out_and_do_not_repeat():
    passwords = {readable_password() for _ in range(200)}
    assert len(passwords) == 200
    assert all(re.fullmatch(r"[a-z]{6}-[a-z]{6}-\d\d", each) for each in passwords)


def test_a_script_makes_a_learner_and_learns_the_password(client, db):
    out = StringIO()
    call_command("create_learner", "dana", "--name", "Дана", "--language", "kk", stdout=out)
    response = client.post("/ru/sign-in/", {"username": "dana", "password": out.getvalue().strip()})
    assert response.status_code == 302
    assert name_of(User.objects.get(username="dana")) == "Дана"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["AIGERIM"], "already"), (["dana", "--password", "123"], "8")],
)
def test_a_script_is_told_why_an_account_cannot_be(aigerim, arguments, complaint):
    with pytest.raises(CommandError, match=complaint):
        call_command("create_learner", *arguments)


def test_a_stranger_cannot_register_unless_the_school_allows_it(client, db, settings):
    settings.LIFELONG_SELF_REGISTRATION = False
    assert client.get("/kk/register/").status_code == 404
    assert client.post("/kk/register/", {"username": "dana", "password": "bomuka-tesogu"}).status_code == 404
    assert "register" not in client.get("/kk/sign-in/").content.decode()


def test_an_adult_registers_and_is_signed_in(client, db, adults_may_register, settings):
    settings.LOGIN_REDIRECT_URL = "lifelong_people:account"
    typed = {"username": "dana", "call_name": "Дана апай", "password": "bomuka-tesogu"}
    response = client.post("/kk/register/", typed, query_params={"next": "/kk/account/?a=1"})
    assert response.headers["Location"] == "/kk/account/?a=1"
    learner = User.objects.get(username="dana")
    assert client.session["_auth_user_id"] == str(learner.pk)
    assert (name_of(learner), language_of(learner), learner.email) == ("Дана апай", "kk", "")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"username": "Aigerim"}, "Бұл логин бос емес. Басқасын таңдаңыз."),
        ({"username": "with space"}, "Тек әріптерді, цифрларды және @ . + - _ белгілерін қолданыңыз."),
        ({"username": "x" * 200}, "Тек әріптерді"),
        ({"username": ""}, "Логин таңдаңыз."),
        ({"call_name": "а" * 81}, "Бұл ат тым ұзын. Қысқарақ жазыңыз."),
        ({"password": ""}, "Құпиясөз таңдаңыз."),
        ({"password": "abc"}, "Құпиясөз тым қысқа. Керекті таңба саны: 8."),
        (
            {"username": "dana-omarova", "password": "dana-omarova1"},
            "Құпиясөз логинге тым ұқсас. Басқасын таңдаңыз.",
        ),
        ({"password": "12345678901"}, "Құпиясөзде тек цифрлар бар. Әріптер қосыңыз."),
        ({"password": "password1"}, "Бұл құпиясөзді көп адам қолданады. Басқасын таңдаңыз."),
    ],
)
def test_registering_says_in_kazakh_what_is_missing(client, aigerim, adults_may_register, typed, words):
    asked = {"username": "dana", "call_name": "Дана", "password": "bomuka-tesogu"} | typed
    page = client.post("/kk/register/", asked).content.decode()
    assert words in page
    assert User.objects.count() == 1
    assert not asked["password"] or asked["password"] not in page
    assert f'value="{asked["call_name"]}"' in page


def test_two_people_who_choose_one_login_at_once_get_one_account_and_one_explanation(
    client, aigerim, adults_may_register, monkeypatch
):
    monkeypatch.setattr("people.accounts.is_taken", lambda login: False)
    page = client.post("/kk/register/", {"username": "aigerim", "password": "bomuka-tesogu"})
    assert "Бұл логин бос емес." in page.content.decode()


def test_a_stranger_who_wants_an_account_page_is_sent_to_the_door(client, db):
    response = client.get("/ru/account/")
    assert response.headers["Location"] == "/ru/sign-in/?next=/ru/account/"


def test_looking_at_the_account_page_writes_nothing(client, nameless):
    client.force_login(nameless)
    assert client.get("/ru/account/").status_code == 200
    assert not LearnerProfile.objects.exists()


def test_a_learner_chooses_how_to_be_called_and_in_which_language_to_read(client, nameless):
    client.force_login(nameless)
    response = client.post("/ru/account/", {"call_name": HOSTILE, "language": "kk"}, follow=True)
    assert response.redirect_chain == [("/kk/account/", 302)]
    assert "Сақталды." in response.content.decode()
    assert "<script>alert" not in response.content.decode()
    learner = LearnerBackend().get_user(nameless.pk)
    assert (name_of(learner), language_of(learner)) == (HOSTILE, "kk")


@pytest.mark.parametrize("typed", [{"language": "xx"}, {"call_name": "а" * 81}])
def test_a_learner_is_told_what_cannot_be_saved(client, aigerim, typed):
    client.force_login(aigerim)
    response = client.post("/kk/account/", typed)
    assert 'class="error-summary"' in response.content.decode()
    assert name_of(User.objects.get(pk=aigerim.pk)) == "Айгерім"


def test_staff_make_an_account_in_the_admin_without_an_email(client, administrator):
    typed = {"username": "dana", "call_name": "Дана", "language": "kk"}
    passwords = {"password1": "bomuka-tesogu", "password2": "bomuka-tesogu"}
    add = reverse("wagtailusers_users:add")
    assert 'name="call_name"' in client.get(add).content.decode()
    assert client.post(add, typed | passwords).status_code == 302
    learner = User.objects.get(username="dana")
    assert learner.check_password("bomuka-tesogu")
    assert (name_of(learner), language_of(learner), learner.email) == ("Дана", "kk", "")


def test_staff_change_how_somebody_is_called(client, administrator, aigerim):
    edit = reverse("wagtailusers_users:edit", args=[aigerim.pk])
    assert "Айгерім" in client.get(edit).content.decode()
    typed = {"username": "aigerim", "call_name": "Айка", "language": "", "is_active": "on"}
    assert client.post(edit, typed).status_code == 302
    assert name_of(User.objects.get(pk=aigerim.pk)) == "Айка"


def test_a_learner_has_no_way_into_the_admin(client, aigerim):
    client.force_login(aigerim)
    assert client.get(reverse("wagtailusers_users:add")).status_code == 302


SHORT, LONG = "ozero-12", "sinee-ozero-12"


def as_staff(way, teachers):
    return {"is_superuser": "on"} if way == "administrator" else {"groups": [teachers.pk]}


@pytest.fixture
def teachers(db):
    group = Group.objects.create(name="Those who teach")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    return group


@pytest.mark.parametrize("way", ["administrator", "group"])
def test_a_new_account_of_staff_has_a_long_password(client, administrator, teachers, way):
    typed = {"username": "dana", "language": ""} | as_staff(way, teachers)
    add = reverse("wagtailusers_users:add")
    refused = client.post(add, typed | {"password1": SHORT, "password2": SHORT})
    assert "12" in refused.context["form"].errors["password2"][0]
    assert not User.objects.filter(username="dana").exists()
    assert client.post(add, typed | {"password1": LONG, "password2": LONG}).status_code == 302


@pytest.mark.parametrize("way", ["administrator", "group"])
def test_a_learner_who_comes_to_the_staff_gets_a_new_long_password(
    client, administrator, teachers, aigerim, way
):
    edit = reverse("wagtailusers_users:edit", args=[aigerim.pk])
    typed = {"username": "aigerim", "is_active": "on", "language": ""} | as_staff(way, teachers)
    for password in ("", SHORT):
        assert client.post(edit, typed | {"password1": password, "password2": password}).status_code == 200
        assert not is_staff(User.objects.get(pk=aigerim.pk))
    assert client.post(edit, typed | {"password1": LONG, "password2": LONG}).status_code == 302
    assert is_staff(User.objects.get(pk=aigerim.pk))
    assert client.post(edit, typed).status_code == 302, "who is one of the staff keeps the password"


def test_a_learner_in_a_group_that_opens_nothing_keeps_a_short_password(client, administrator):
    group = Group.objects.create(name="Choir")
    typed = {"username": "dana", "language": "", "groups": [group.pk]}
    add = reverse("wagtailusers_users:add")
    assert client.post(add, typed | {"password1": SHORT, "password2": SHORT}).status_code == 302
