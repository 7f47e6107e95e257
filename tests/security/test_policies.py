"""Two content security policies: nothing inline for learners, and Wagtail's admin by itself."""

import pytest
from django.test import RequestFactory
from django.views.defaults import server_error

from courses.models import CourseIndexPage

from .answering import checked, finished, started
from .markup import dangers
from .school import LANGUAGES

pytestmark = pytest.mark.crawl

RELAXED = (
    "unsafe-inline",
    "unsafe-eval",
    "unsafe-hashes",
    "nonce-",
    "sha256-",
    "data:",
    "blob:",
    "http:",
    "https:",
    "*",
)
OWN_VIEWS = ("sign-in/", "account/", "my-learning/", "no-such-page/", "the-subjects/?x=1")


def policy_of(response):
    """Return {directive: [source, …]}."""
    directives = response["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


def is_strict(response):
    policy = policy_of(response)
    return policy["script-src"] == policy["style-src"] == ["'self'"] and policy["default-src"] == ["'none'"]


def learners_pages(visitor):
    """Yield (address, response) of everything that a learner's browser shows."""
    school = visitor.school
    addresses = [school.address(name, language) for name, language in school.translated_pages]
    addresses += [f"/{language}/{view}" for language in LANGUAGES for view in OWN_VIEWS]
    for address in addresses:
        response = visitor.get(address)
        if response.status_code != 302:
            yield address, response


@pytest.mark.parametrize("role", ["anonymous", "learner", "admin"])
def test_learners_pages_hold_and_allow_nothing_inline_and_nothing_from_elsewhere(role, visit):
    for address, response in learners_pages(visit(role)):
        assert is_strict(response), address
        assert not [word for word in RELAXED if word in response["Content-Security-Policy"]], address
        policy = policy_of(response)
        assert (policy["base-uri"], policy["form-action"]) == (["'none'"], ["'self'"]), address
        assert policy["frame-ancestors"] == ["'self'"], address
        assert not dangers(response.content.decode()), address


def test_a_running_and_a_finished_test_hold_none_either(school, visit):
    learner = visit("learner")
    checked(learner, "lesson", school.pages["lesson"].body[0].id)
    started(learner, "quiz")
    running = learner.get(school.address("quiz"))
    finished(learner, "quiz")
    for response in (running, learner.get(school.address("quiz")), learner.get(school.address("lesson"))):
        assert not dangers(response.content.decode())


def test_pages_that_say_what_went_wrong_hold_none_either(visit):
    stranger = visit("anonymous", enforce_csrf_checks=True)
    stranger.browser.raise_request_exception = False
    answers = {
        400: stranger.get("/ru/", headers={"host": "evil.example"}),
        403: stranger.post("/ru/sign-in/"),
        404: stranger.get("/ru/no-such-page/"),
        500: server_error(RequestFactory().get("/ru/")),
    }
    for status, response in answers.items():
        assert response.status_code == status
        assert not dangers(response.content.decode()), status
    assert all(is_strict(response) for status, response in answers.items() if status != 500)


def test_the_admin_has_a_policy_of_its_own(visit):
    policy = policy_of(visit("admin").get("/admin/"))
    assert "'unsafe-inline'" in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert all(
        one.startswith("'") or one in ("data:", "blob:") for sources in policy.values() for one in sources
    )


@pytest.mark.parametrize(
    "path",
    [
        "/ru/admin/",
        "//admin/",
        "/./admin/",
        "/ru//admin/",
        "/ru/../admin/",
        "/adminx/",
        "/Admin/",
        "/ru/admin/pages/",
        "/the-subjects/admin/",
        "/ru/the-subjects/admin/",
        "/\\admin/",
        "/ru/admin;/admin/",
        "/documents/admin/",
    ],
)
def test_no_address_passes_for_the_admin(path, visit):
    assert is_strict(visit("learner").browser.generic("GET", "/", PATH_INFO=path))


@pytest.mark.parametrize("header", ["x-original-url", "x-rewrite-url", "x-forwarded-prefix", "x-script-name"])
def test_no_header_makes_a_learner_s_page_pass_for_the_admin(header, visit):
    assert is_strict(visit("learner").get("/ru/", headers={header: "/admin/"}))


def test_a_page_called_admin_is_a_learner_s_page(school, visit):
    school.page("home").add_child(
        instance=CourseIndexPage(title="Админ", slug="admin", locale=school.pages["home"].locale)
    )
    response = visit("learner").get("/ru/admin/")
    assert response.status_code == 200
    assert is_strict(response)
