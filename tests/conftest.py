"""What every test starts from: nothing remembered, and the site's own language."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from courses import guarding
from quizzes import versions
from quizzes.serving import body, route
from tests.browsing import chromium, visitor

__all__ = ["chromium", "visitor"]  # one browser for a whole run: Playwright starts once in a process


@pytest.fixture(autouse=True)
def fresh_start():
    """Forget what a worker keeps between requests: the test before had another database."""
    for kept in (route._remembered, body._kept, versions._remembered, guarding._remembered):
        kept.clear()
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)
