"""What the tests of all trainers do alike."""

WRITE = """
import json
from courses.models import ModulePage
from lessons.models import LessonPage
from tests.lessons.builders import *
from tests.quizzes.builders import translate
from wagtail.models import Locale
module = ModulePage.objects.get(locale__language_code="ru")
page = LessonPage(title="Урок", slug="{slug}", locale=module.locale, body=json.dumps([{body}]))
module.add_child(instance=page)
page.save_revision().publish()
for language in ("kk", "en"):
    translate(LessonPage.objects.get(pk=page.pk), Locale.objects.get(language_code=language))
"""


def write_lesson(school, slug, body):
    """Publish a lesson in three languages; `body` is Python that makes its raw blocks."""
    school.manage("shell", "-v0", "-c", WRITE.format(slug=slug, body=body))


def completion(page):
    return page.locator(".completion")


def stage(page, step):
    return page.locator(f"[data-step={step}] .stage")


def presses(page, key, *, until=None, on=None, most=40):
    """Press a key once where the focus is on something, or until it is."""
    reached = "selector => document.activeElement.matches(selector)"
    if on:
        page.wait_for_function(reached, arg=on)
        page.keyboard.press(key)
        return
    for _ in range(most):
        if page.evaluate(reached, until):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {until}")
