"""Where people land after signing in: on our own host, in their own language."""

import pytest
from wagtail.models import Locale, Page, Site

from people.models import LearnerProfile

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "http:///evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/evil.example/",
    "/\\/evil.example/",
    "\t//evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\x00//evil.example/",
    "\x08//evil.example/",
    " //evil.example/",
    "\u00a0//evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://testserver/",
    "mailto:a@b.kz",
    "http://testserver@evil.example/",
    "http://testserver:80@evil.example/",
    "http://testserver.evil.example/",
    "http://evil.example#testserver",
    "http://evil.example\\@testserver/",
    "http://evil.example/?testserver",
    "//evil.example:80/",
    "//evil%2eexample/",
    "//[::1]/",
    "//[bad",
    "http://",
    "https://testserver:8443/",
    "/" + "a" * 3000,
    "/ru/sign-in/",
    "/kk/sign-out/",
    "/en/register/?next=/ru/sign-in/",
    "",
]


@pytest.fixture(autouse=True)
def home_is_the_account(settings):
    settings.LOGIN_REDIRECT_URL = "lifelong_people:account"


@pytest.fixture
def read_in(aigerim):
    def choose(language):
        LearnerProfile.objects.filter(learner=aigerim).update(language=language)

    return choose


@pytest.fixture
def land(aigerim, client):
    """Sign Aigerim in on the Russian door on her way to an address, and say where she comes out."""

    def arrive(wanted, door="/ru/sign-in/"):
        typed = {"username": "aigerim", "password": "bomuka-tesogu-47"}
        return client.post(door, typed, query_params={"next": wanted}).headers["Location"]

    return arrive


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nobody_is_sent_to_another_host_or_round_in_a_circle(land, wanted):
    assert land(wanted) == "/ru/account/"


@pytest.mark.parametrize("wanted", ["/ru/account/", "/admin/pages/3/", "/ru/account/?a=1&b=2#c", "/nowhere/"])
def test_a_learner_comes_out_where_they_wanted_to_go(land, wanted):
    assert land(wanted) == wanted


def test_an_address_with_line_breaks_makes_no_header_of_its_own(land):
    assert "\n" not in land("/ru/account/\r\nSet-Cookie: a=b")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("written_in", ["kk", "ru", "en"])
def test_a_learner_lands_in_the_language_they_read(land, read_in, language, written_in):
    read_in(language)
    assert land(f"/{written_in}/account/?a=1") == f"/{language}/account/?a=1"


def test_a_learner_without_a_language_stays_in_the_one_they_came_with(land):
    assert land("", door="/kk/sign-in/") == "/kk/account/"


def test_a_learner_going_nowhere_lands_at_home_in_the_language_they_read(land, read_in):
    read_in("en")
    assert land("") == "/en/account/"


def test_a_language_that_the_site_has_given_up_is_no_language(land, read_in):
    read_in("de")
    assert land("") == "/ru/account/"


@pytest.fixture
def lesson(db):
    """A page that exists in Russian only, under home pages in Russian and Kazakh."""
    kazakh = Locale.objects.get_or_create(language_code="kk")[0]
    russian = Locale.objects.get_or_create(language_code="ru")[0]
    root = Page.objects.get(depth=1)
    front = root.add_child(instance=Page(title="Школа", slug="people-front", locale=russian))
    front.copy_for_translation(kazakh).get_latest_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": front}
    )
    return front.add_child(instance=Page(title="Мышь", slug="mouse", locale=russian))


def test_a_learner_reads_the_page_in_their_language_where_it_has_been_translated(land, read_in, lesson):
    read_in("kk")
    translated = lesson.copy_for_translation(Locale.objects.get(language_code="kk"))
    translated.get_latest_revision().publish()
    assert land("/ru/mouse/") == "/kk/mouse/"


def test_a_learner_reads_the_page_as_it_is_where_it_has_not_been_translated(land, read_in, lesson):
    read_in("kk")
    assert land("/ru/mouse/") == "/ru/mouse/"
