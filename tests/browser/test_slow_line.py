"""An old computer on a slow line: what a lesson costs to fetch, the first time and after that."""

import pytest

from .conftest import COURSE, PASSWORD
from .wire import Wire, without_pictures

pytestmark = pytest.mark.browser

MOST_FILES = 12
FIRST_VISIT, NEXT_PAGE, SCRIPT = 60_000, 15_000, 15_000


@pytest.fixture
def cookies(visitor, logins):
    """What keeps a learner signed in, to be carried to a browser that has fetched nothing yet."""
    seated = visitor()
    seated.sign_in(next(logins), PASSWORD)
    return seated.context.cookies()


@pytest.fixture
def newly_seated(visitor, cookies):
    def seat():
        fresh = visitor()
        fresh.context.add_cookies(cookies)
        return Wire(fresh.page)

    return seat


@pytest.fixture(params=["kk", "ru", "en"])
def language(request):
    return request.param


@pytest.fixture
def steps(newly_seated, language):
    """The addresses of all lessons and tests of the starter course."""
    page = newly_seated().page
    page.goto(f"/{language}/{COURSE}")
    return [link.get_attribute("href") for link in page.locator(".step a").all()]


def test_the_first_visit_of_any_step_is_light(steps, newly_seated):
    for step in steps:
        fetched = newly_seated().fetch(step)
        own = without_pictures(fetched)
        assert len(own) <= MOST_FILES, own
        assert sum(own.values()) <= FIRST_VISIT, own
        assert sum(size for address, size in own.items() if address.endswith(".js")) <= SCRIPT, own


def test_every_page_after_the_first_is_lighter_still(steps, newly_seated, language):
    wire = newly_seated()
    wire.fetch(steps[0])
    for path in ("my-learning/", COURSE, *steps[1:], "", "courses/", "search/"):
        own = without_pictures(wire.fetch(path if path in steps else f"/{language}/{path}"))
        assert sum(own.values()) <= NEXT_PAGE, own
