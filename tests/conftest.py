"""What every test starts from: nothing remembered, and the site's own language."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import translation

from courses import guarding
from quizzes import jumps, versions
from quizzes.models import HandedInFile
from quizzes.serving import body, route
from tests.browsing import chromium, visitor

__all__ = ["chromium", "visitor"]  # one browser for a whole run: Playwright starts once in a process


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what touches the database, so that another database need not be asked what it is never told."""
    for item in items:
        if (
            item.get_closest_marker("django_db")
            or "django_db_setup" in item.fixturenames
            or "db" in item.fixturenames
        ):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Number whatever a test makes from 20,001, as on a site of some years.

    Templates write numbers for people to read, "20 001": whatever a computer is to read must not be written so.
    """
    ids = "SELECT name, 20000 FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    by_vendor = {
        "sqlite": ["DELETE FROM sqlite_sequence", f"INSERT INTO sqlite_sequence (name, seq) {ids}"],
        "postgresql": ["SELECT setval(oid::regclass, 20000) FROM pg_class WHERE relkind = 'S'"],
    }
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in by_vendor[connection.vendor]:
            cursor.execute(statement)


@pytest.fixture(autouse=True)
def fresh_start():
    """Forget what a worker keeps between requests: the test before had another database."""
    for kept in (
        route._remembered,
        body._kept,
        versions._remembered,
        versions._remembered_wordings,
        guarding._remembered,
    ):
        kept.clear()
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    """What is built on it is built once for all tests of a file, and taken down after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def unwatched_clock(monkeypatch):
    """Many tests travel in time. Only those about a clock that jumps want it to be noticed."""
    monkeypatch.setattr(jumps, "_boot", lambda: None)


@pytest.fixture
def hand_in_folder(tmp_path, monkeypatch):
    """Where the files that learners hand in lie during one test."""
    folder = tmp_path / "hand-ins"
    storage = HandedInFile._meta.get_field("file").storage
    for name in ("location", "base_location"):
        monkeypatch.setitem(vars(storage), name, str(folder))
    return folder
