"""The school is built once for all tests of this folder; what a test does to it is undone after the test."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.test.utils import override_settings

from . import school as building
from .browsing import Visitor

# The index is filled by the one test that reads it; filling it at every save takes half of the time.
QUIET_SEARCH = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}


@pytest.fixture(scope="package")
def built_school(django_db_setup, django_db_blocker):
    """The school inside one transaction that is rolled back at the end: each test opens its own within it."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        try:
            with override_settings(WAGTAILSEARCH_BACKENDS=QUIET_SEARCH):
                school = building.build()
            yield school
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)
            cache.clear()  # Wagtail keeps the addresses of sites there


@pytest.fixture
def school(built_school, db):
    return built_school


@pytest.fixture(autouse=True)
def files(hand_in_folder):
    """Whatever is handed in here lies in a folder of the test's own."""


@pytest.fixture
def visit(school):
    """Let somebody in, by role: `visit("learner").get(address)`."""

    def visit(role, **options):
        return Visitor(school, role, Client(**options))

    return visit
