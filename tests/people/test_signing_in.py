import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client

from people.models import LearnerProfile

WRONG = "not-her-password-1"

LANGUAGES = ["kk", "ru", "en"]


def set_language(learner, language):
    LearnerProfile.objects.filter(learner=learner).update(language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stranger_sees_login_and_password_and_is_asked_for_nothing_else(client, db, language):
    page = client.get(f"/{language}/sign-in/").content.decode()
    assert 'name="username"' in page
    assert 'name="password"' in page
    assert "email" not in page
    assert page.partition("<main")[2].count("<input") == 3, "login, password and the hidden token"


def test_the_login_field_is_left_alone_by_phones_and_known_to_password_managers(client, db):
    page = client.get("/kk/sign-in/").content.decode()
    login = page.partition('name="username"')[2].partition(">")[0]
    assert 'autocapitalize="none"' in login
    assert 'autocomplete="username"' in login
    assert 'spellcheck="false"' in login
    assert 'autocomplete="current-password"' in page


def test_a_learner_signs_in_with_login_and_password(client, aigerim, sign_in):
    assert sign_in("aigerim").status_code == 302
    assert client.session["_auth_user_id"] == str(aigerim.pk)


def test_a_wrong_password_is_told_in_kazakh_and_the_login_stays_but_the_password_does_not(aigerim, sign_in):
    page = sign_in("aigerim", WRONG, url="/kk/sign-in/").content.decode()
    assert "Мұндай логин мен құпиясөзді таппадық. Екеуін де тексеріп, қайталап көріңіз." in page
    assert 'value="aigerim"' in page
    assert WRONG not in page


def test_an_empty_form_names_each_field_and_links_to_it(sign_in, db):
    page = sign_in("", "", url="/kk/sign-in/").content.decode()
    assert '<a href="#id_username">Логинді жазыңыз.</a>' in page
    assert '<a href="#id_password">Құпиясөзді жазыңыз.</a>' in page
    assert 'aria-describedby="id_username_error"' in page
    assert 'id="id_username_error"' in page


@pytest.mark.parametrize("login", ["nobody", "a" * 5000, "<script>alert(1)</script>", "a\0b", "' or 1=1 --"])
def test_an_unknown_or_hostile_login_is_answered_with_the_form(sign_in, db, login):
    response = sign_in(login, WRONG)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_closed_account_does_not_get_in(aigerim, client, sign_in):
    aigerim.is_active = False
    aigerim.save()
    assert sign_in("aigerim").status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_session_id_changes_when_a_stranger_becomes_a_learner(aigerim, client, sign_in):
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    sign_in("aigerim")
    assert client.cookies["sessionid"].value != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_the_session_id_changes_when_the_same_learner_signs_in_again(aigerim, client, sign_in):
    sign_in("aigerim")
    first = client.cookies["sessionid"].value
    sign_in("aigerim")
    assert client.cookies["sessionid"].value != first
    assert not Session.objects.filter(session_key=first).exists()


def test_the_next_learner_inherits_nothing_from_the_one_before(aigerim, bolat, client, sign_in):
    sign_in("aigerim")
    session = client.session
    session["draft"] = "of Aigerim"
    session.save()
    sign_in("bolat")
    assert client.session["_auth_user_id"] == str(bolat.pk)
    assert "draft" not in client.session


def test_a_signed_in_learner_is_not_asked_again(aigerim, client):
    client.force_login(aigerim)
    assert client.get("/ru/sign-in/").status_code == 302


def test_somebody_sent_here_with_too_few_rights_can_sign_in_as_another(aigerim, client):
    client.force_login(aigerim)
    assert client.get("/ru/sign-in/?next=/admin/").status_code == 200


def test_signing_out_is_a_button_and_not_a_link(aigerim, client):
    client.force_login(aigerim)
    assert client.get("/ru/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session


def test_signing_out_ends_the_session_and_shows_the_door(aigerim, client):
    client.force_login(aigerim)
    key = client.session.session_key
    response = client.post("/kk/sign-out/", follow=True)
    assert response.redirect_chain == [("/kk/sign-in/", 302)]
    assert "Сіз шықтыңыз." in response.content.decode()
    assert not Session.objects.filter(session_key=key).exists()


def test_signing_out_changes_a_cookie_that_scripts_cannot_read_so_that_back_shows_nothing(aigerim, client):
    client.force_login(aigerim)
    first = client.post("/ru/sign-out/").cookies["lifelong_signed_out"]
    second = client.post("/ru/sign-out/").cookies["lifelong_signed_out"]
    assert first["httponly"]
    assert first.value != second.value


def test_signing_out_works_when_nothing_can_be_written(aigerim, client, monkeypatch):
    def full(self, *args):
        raise OperationalError("database or disk is full")

    client.force_login(aigerim)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.delete", full)
    response = client.post("/ru/sign-out/")
    assert response.status_code == 302
    assert response.cookies["sessionid"].value == ""


@pytest.mark.parametrize("path", ["sign-in", "sign-out", "register", "account"])
def test_no_form_is_taken_without_its_token(aigerim, settings, path):
    settings.LIFELONG_SELF_REGISTRATION = True
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(aigerim)
    typed = {"username": "aigerim", "password": WRONG}
    assert browser.post(f"/ru/{path}/", typed).status_code == 403
