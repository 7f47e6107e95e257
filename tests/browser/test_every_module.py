"""The second lesson of each module, and each final product, in a real browser: whole, in three languages."""

import pytest
from playwright.sync_api import expect

from tests.content.conftest import STARTER_COURSES
from tests.content.words import read
from tests.journeys.school import EVERYTHING, School, built_once

from .conftest import PASSWORD

pytestmark = pytest.mark.browser

MODULES = [file for file in sorted(STARTER_COURSES.rglob("page.yaml")) if read(file)["type"] == "module"]
ENROL = f"""
from courses.enrolling import enrol
from courses.models import CoursePage
from people.accounts import create_learner
learner = create_learner("aigerim", "{PASSWORD}", call_name="Айгерім")
for course in CoursePage.objects.filter(locale__language_code="ru"):
    enrol(learner, course.translation_key)
"""
NARROW = {"width": 320, "height": 640}


def place_of(module):
    """Return the address of one step of a module: its second, or the only one."""
    steps = read(module)["children"]
    return f"{module.parent.relative_to(STARTER_COURSES).as_posix()}/{steps[min(1, len(steps) - 1)]}/"


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """All courses, as `make run` has them in the end."""
    school = School(tmp_path_factory.mktemp("school") / "var", built_once(tmp_path_factory, EVERYTHING, ()))
    school.manage("shell", "-v0", "-c", ENROL)
    school.open()
    yield school
    school.close()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_lesson_of_every_module_is_whole_on_a_wide_screen_and_on_a_narrow_one(visitor, language):
    learner = visitor(locale=language)
    learner.sign_in("aigerim", PASSWORD, f"/{language}/sign-in/")
    page = learner.page
    for module in MODULES:
        page.set_viewport_size({"width": 1024, "height": 768})
        page.goto(f"/{language}/{place_of(module)}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("h1")).to_be_visible()
        for picture in page.locator("main img").all():
            picture.scroll_into_view_if_needed()
            assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        page.set_viewport_size(NARROW)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], place_of(module)
