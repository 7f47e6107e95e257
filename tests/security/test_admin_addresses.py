"""Everything below admin/ is for staff only, whatever Wagtail and its plugins put there."""

import pytest

from .browsing import Writing
from .table import METHODS
from .walking import all_addresses

pytestmark = pytest.mark.crawl

# What somebody without a session may get there, and why it tells nothing.
OPEN = {
    "admin/login/": "leads to our sign-in page",
    "admin/logout/": "ends a session, if there is one",
    "admin/sprite/": "the admin's icons",
    "admin/jsi18n/": "the admin's own words in the reader's language",
}
REFUSED = (302, 403, 404, 405)
DOORS = ("/ru/sign-in/", "/admin/login/")  # the second leads to the first
SESSIONS = ("django_session",)


@pytest.fixture
def values(school):
    """Real pages behind real ids: a refusal must come from who asks, not from what is missing."""
    lesson = school.pages["lesson"]
    page = dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "page_pk", "pk", "_0"), lesson.pk)
    kind = {"app_label": "lifelong_lessons", "model_name": "lessonpage"}
    return (
        page
        | kind
        | {"course_key": school.pages["course"].translation_key, "uuid": lesson.translation_key}
        | {"revision_id": lesson.live_revision_id, "int": 1, "str": "1", "slug": "page", "regex": "live"}
    )


def staff_addresses():
    return [address for address in all_addresses() if address.is_admin and address.route not in OPEN]


def test_the_admin_is_where_this_test_looks_for_it():
    assert len(staff_addresses()) > 150


@pytest.mark.parametrize("role", ["anonymous", "learner", "guardian"])
@pytest.mark.parametrize("method", METHODS)
def test_nobody_but_staff_gets_anything_from_the_admin(role, method, visit, values):
    visitor, leaks = visit(role), []
    for address in staff_addresses():
        with Writing() as written:
            response = visitor.ask(method, address.path(values))
        changed = [sql for sql in written.statements if not any(table in sql for table in SESSIONS)]
        if response.status_code not in REFUSED or changed:
            leaks.append(f"{method} {address.route}: {response.status_code} {changed}")
        if response.status_code == 302 and not response["Location"].startswith(DOORS):
            leaks.append(f"{method} {address.route}: sent to {response['Location']}")
    assert not leaks, "Open to people who are no staff:\n" + "\n".join(leaks)


@pytest.mark.parametrize("route", OPEN)
def test_what_is_open_in_the_admin_still_exists(route):
    assert route in {address.route for address in all_addresses()}
