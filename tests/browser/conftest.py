"""One school for a file of tests, with learners enough for each test to have its own."""

import shutil
from itertools import count

import pytest

from tests.journeys.school import School, built_once, made_once, manage

PASSWORD = "tihaya-reka-7"
COURSE = "courses/computer-literacy/computer-without-fear/"
LESSON = COURSE + "first-steps/parts-and-switching-on/"
TEST = COURSE + "first-steps/module-check/"
MANY = 24

ENROL_MANY = f"""
from courses.enrolling import enrol
from courses.models import CoursePage
from people.accounts import create_learner
course = CoursePage.objects.filter(slug="computer-without-fear").first().translation_key
for number in range({MANY}):
    enrol(create_learner(f"learner-{{number}}", "{PASSWORD}", call_name="Айгерім"), course)
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    def enrol_many(folder):
        shutil.copytree(built_once(tmp_path_factory), folder)
        manage(folder, "shell", "-v0", "-c", ENROL_MANY)

    school = School(
        tmp_path_factory.mktemp("school") / "var", made_once(tmp_path_factory, "class", enrol_many)
    )
    school.open()
    yield school
    school.close()


@pytest.fixture(scope="module")
def logins(school):
    return (f"learner-{number}" for number in count())


@pytest.fixture
def learner(visitor, logins):
    """A learner of the course, signed in, at a browser with script."""
    seated = visitor()
    seated.login = next(logins)
    seated.sign_in(seated.login, PASSWORD)
    return seated


@pytest.fixture
def plain(visitor, logins):
    """A learner of the course whose browser runs no script."""
    seated = visitor(script=False)
    seated.login = next(logins)
    seated.sign_in(seated.login, PASSWORD)
    return seated


def cut_the_line(page):
    """Let nothing through. Chromium's own "offline" lets a request pass now and then, and tells the page it failed."""
    page.route("**/*", lambda route: route.abort("internetdisconnected"))


def mend_the_line(page):
    """Let everything through again, and say so to the page, as a browser does."""
    page.unroute("**/*")
    page.evaluate("dispatchEvent(new Event('online'))")


def forgive_the_network(seated, what=""):
    """Let a browser complain of what the test itself broke; everything else it complains of still counts."""
    forgiven = f"Failed to load resource: {what}"
    seated.complaints[:] = [one for one in seated.complaints if not one.startswith(forgiven)]
