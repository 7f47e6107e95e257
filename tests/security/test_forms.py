"""A form works only from our own pages, and reading changes nothing."""

import uuid

import pytest

from . import table
from .answering import started
from .browsing import Writing
from .walking import all_addresses

pytestmark = pytest.mark.crawl

SESSIONS = "django_session"
ENROLLED = ("learner", "outsider")  # each reads one lesson of their own course
FIRST_VISIT = "lifelong_lessons_lessonrecord"


@pytest.fixture
def paths(school):
    """The paths of all addresses of our own and of all pages."""
    values = {"int": 1, "str": "x", "regex": "1", "path": "x", "uuid": uuid.UUID(int=1)}
    addresses = [
        one.path(values) for one in all_addresses() if not one.is_admin and one.route != table.PAGE_ADDRESS
    ]
    return addresses + [school.address(name, language) for name, language in school.translated_pages]


@pytest.mark.parametrize("role", ["anonymous", "learner", "admin"])
def test_a_form_from_somebody_else_s_page_is_refused(role, visit, paths):
    visitor = visit(role, enforce_csrf_checks=True)
    for path in paths:
        for method in ("POST", "DELETE"):
            with Writing() as written:
                response = visitor.ask(method, path)
            assert response.status_code == 403, f"{method} {path}"
            assert not written.statements, f"{method} {path}"


def test_a_form_from_our_own_page_is_taken(school, visit):
    """Otherwise the test above would prove nothing."""
    learner = visit("learner", enforce_csrf_checks=True)
    address = school.address("quiz")
    learner.get(address)
    token = learner.browser.cookies["csrftoken"].value
    assert learner.post(address, {"do": "start", "csrfmiddlewaretoken": token}).status_code == 302
    assert learner.person.lifelong_attempts.count() == 1


@pytest.mark.parametrize("role", ["anonymous", "learner", "outsider", "neighbour", "admin"])
def test_reading_changes_nothing(role, visit, paths):
    visitor = visit(role)
    if role == "learner":
        started(visitor, "quiz")
    first = written_by_reading(visitor, paths)
    assert [sql for sql in first if FIRST_VISIT not in sql] == []
    assert len(first) == (role in ENROLLED), "one record of the first visit, in whatever languages"
    if role in ENROLLED:
        assert written_by_reading(visitor, paths) == []


def written_by_reading(visitor, paths):
    """Return the statements that wrote something, apart from the visitor's own session."""
    with Writing() as written:
        for path in paths:
            visitor.ask("GET", path)
            visitor.ask("HEAD", f"{path}?do=finish&do=enrol&next=/ru/")
    return [sql for sql in written.statements if SESSIONS not in sql]
