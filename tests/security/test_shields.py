"""Hosts, frames, cookies, and the settings of a school on the internet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

pytestmark = pytest.mark.crawl

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = ("/ru/", "/kk/sign-in/", "/en/no-such-page/", "/admin/")

ON_THE_INTERNET = """
from django.conf import settings
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
assert settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE and settings.SECURE_SSL_REDIRECT
assert settings.SECURE_HSTS_SECONDS and not settings.DEBUG and "*" not in settings.ALLOWED_HOSTS
print("checked")
"""


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "testserver.evil.example",
        "testserver@evil.example",
        "eviltestserver",
        "",
        "testserver:80:80",
        "testserver/evil",
        "evil.example#testserver",
        "169.254.169.254",
        "[::ffff:1.2.3.4]",
    ],
)
def test_a_request_for_another_host_is_refused(host, visit):
    stranger = visit("anonymous")
    stranger.browser.raise_request_exception = False
    response = stranger.get("/ru/sign-in/", headers={"host": host})
    assert response.status_code == 400
    assert "evil" not in response.content.decode()


@pytest.mark.parametrize(
    "header", ["x-forwarded-host", "x-host", "forwarded", "x-forwarded-server", "x-original-host"]
)
def test_no_header_moves_the_site_to_another_host(header, visit):
    stranger = visit("anonymous")
    for address in (*PUBLIC, "/ru/my-learning/"):
        response = stranger.get(address, headers={header: "evil.example"})
        assert "evil.example" not in response.content.decode() + str(response.headers)


@pytest.mark.parametrize("role", ["anonymous", "learner", "admin"])
@pytest.mark.parametrize("address", PUBLIC)
def test_nobody_else_may_put_our_pages_into_a_frame(role, address, visit):
    response = visit(role).get(address)
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", PUBLIC)
def test_browsers_guess_no_types_and_tell_no_other_site_where_a_learner_was(address, visit):
    response = visit("learner").get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


def test_cookies_are_out_of_reach_for_scripts_and_other_sites(school, visit, settings):
    get_user_model().objects.create_user("daniyar", password="tihaya-reka-7")
    stranger = visit("anonymous")
    stranger.post("/ru/sign-in/", {"username": "daniyar", "password": "tihaya-reka-7"})
    stranger.get(school.address("course"))
    stranger.post(school.address("course"), {"do": "enrol"})
    stranger.get(school.address("lesson"))
    cookies = stranger.browser.cookies
    assert settings.SESSION_COOKIE_NAME in cookies
    assert all(
        cookie["samesite"] in ("Lax", "Strict") and not cookie["domain"] for cookie in cookies.values()
    )
    readable = {name for name, cookie in cookies.items() if cookie.value and not cookie["httponly"]}
    assert readable <= {settings.CSRF_COOKIE_NAME}


def test_a_session_gets_another_name_at_the_door(school, visit):
    """Otherwise somebody could lay a session ready for the next person at this computer."""
    get_user_model().objects.create_user("daniyar", password="tihaya-reka-7")
    visitor = visit("outsider")
    before = visitor.browser.session.session_key
    visitor.post("/ru/sign-in/?next=/ru/", {"username": "daniyar", "password": "tihaya-reka-7"})
    assert visitor.browser.session.session_key != before
    assert visitor.browser.session["_auth_user_id"] != str(visitor.person.pk)


def test_django_finds_nothing_to_warn_about_on_the_internet(tmp_path):
    """A process of its own, for settings are read once."""
    environment = {"PATH": os.environ["PATH"], "HTTPS": "1", "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", ON_THE_INTERNET]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "no issues" in ran.stdout
