"""The cast of this room: Aigerim, who has an account, and Bolat, who sits beside her."""

import pytest

from people.accounts import create_learner

PASSWORD = "bomuka-tesogu-47"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def aigerim(db):
    return create_learner("aigerim", PASSWORD, call_name="Айгерім")


@pytest.fixture
def bolat(db):
    return create_learner("bolat", PASSWORD)


@pytest.fixture
def sign_in(client):
    """Post the sign-in form, from any browser, address and language."""

    def post(login, password=PASSWORD, browser=client, url="/ru/sign-in/", **extra):
        return browser.post(url, {"username": login, "password": password}, **extra)

    return post
