"""The cast of this room: a small folder of course files, and somebody who loads it."""

import io
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TestCase, override_settings
from django.utils import translation
from wagtail.models import Page

from tests.journeys.school import EVERYTHING, SAID, built_once

STARTER_COURSES = Path(__file__).resolve().parents[2] / "content"

HOME = """\
type: home
written_in: ru
awaiting_review: [kk]
title: {ru: Дом, kk: Үй, en: Home}
children: [courses]
"""
COURSES = """\
type: course index
title:
  ru: Курсы
  kk: Курстар
  en: Courses
intro:
  ru: Выберите курс.
  kk: Курсты таңдаңыз.
  en: Choose a course.
"""


def run_load(folder, *options):
    """Run `manage.py content load` as a person does; returns what it prints, in English."""
    out = io.StringIO()
    with TestCase.captureOnCommitCallbacks(execute=True), translation.override("en"):
        call_command("content", "load", str(folder), *options, stdout=out)
    return out.getvalue()


def write_school(folder):
    """Write the files of a school with two pages: its home page and its list of courses."""
    (folder / "courses").mkdir()
    (folder / "page.yaml").write_text(HOME, encoding="utf-8")
    (folder / "courses" / "page.yaml").write_text(COURSES, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    """The files of a small school."""
    return write_school(tmp_path)


@pytest.fixture
def correct(folder):
    """Somebody corrects words in the file of the list of courses."""

    def correct(old, new):
        file = folder / "courses" / "page.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return correct


@pytest.fixture
def courses_in(db):
    """The list of courses as it is stored in a language."""
    return lambda language: Page.objects.get(slug="courses", locale__language_code=language).specific


@pytest.fixture(scope="module")
def stage(stage, tmp_path_factory):
    """The stage, with a place of its own for pictures."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="module")
def small_school(stage, tmp_path_factory):
    """The small school is in the site already."""
    return run_load(write_school(tmp_path_factory.mktemp("school")))


@pytest.fixture(scope="module")
def starter_courses(django_db_setup, django_db_blocker, tmp_path_factory):
    """The starter courses are in the site; what the loader said.

    They come from the school that the browser's tests have, too: to load them takes a minute. SQLite only.
    """
    built = built_once(tmp_path_factory, EVERYTHING, ())
    media = tmp_path_factory.mktemp("media")
    shutil.copytree(built / "media", media, dirs_exist_ok=True)
    with (
        override_settings(MEDIA_ROOT=media),
        django_db_blocker.unblock(),
        database_of(built / "lifelong.sqlite3"),
        transaction.atomic(),
    ):
        yield (built / SAID).read_text(encoding="utf-8")
        transaction.set_rollback(True)


@contextmanager
def database_of(file):
    """As long as it lasts, the tests' database is what a SQLite file says."""
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as kept, closing(sqlite3.connect(file)) as other:
        connection.connection.backup(kept)
        other.backup(connection.connection)
        ContentType.objects.clear_cache()
        yield
        kept.backup(connection.connection)
        ContentType.objects.clear_cache()
