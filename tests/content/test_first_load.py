"""A new site opens with its first module while the rest is loaded, and what a power cut leaves is made good."""

import shutil
import sqlite3
import subprocess
import sys

import pytest
from wagtail.models import Page

from courses.loading import is_loaded
from courses.models import CoursePage, ModulePage
from lessons.models import LessonPage
from tests.journeys.school import ROOT, environment, manage, migrated_once

from .conftest import run_load

MODULES = {"one": ["a", "b"], "two": ["c", "d"], "three": ["e"]}
IN_FRONT = 4  # home, list of courses, subject, course
EVERYTHING = IN_FRONT + sum(1 + len(lessons) for lessons in MODULES.values()) + len(["later"])
LESSON = """\
type: lesson
title: {{ru: Урок {0}, kk: Сабақ {0}, en: Lesson {0}}}
body:
  - id: text
    type: paragraph
    text: {{ru: Читаем., kk: Оқимыз., en: We read.}}
"""


@pytest.fixture
def course(folder):
    """The files of a school with one course of three modules, and a course that nobody has begun to write."""
    place = folder / "courses"
    for kind, members in (("subject", ["subject"]), ("course", ["course", "later"]), ("module", MODULES)):
        _list_children(place, members)
        for name in members:
            (place / name).mkdir()
            title = f"type: {kind}\ntitle: {{ru: Я {name}, kk: Ә {name}, en: A {name}}}\n"
            (place / name / "page.yaml").write_text(title, encoding="utf-8")
        parent, place = place, place / next(iter(members))
    for module, lessons in MODULES.items():
        _list_children(parent / module, lessons)
        for lesson in lessons:
            (parent / module / f"{lesson}.yaml").write_text(LESSON.format(lesson), encoding="utf-8")
    return folder


def _list_children(place, members):
    with (place / "page.yaml").open("a", encoding="utf-8") as file:
        file.write(f"children: [{', '.join(members)}]\n")


def names(model, language="ru"):
    """Return the last words of the titles, which name the files."""
    return [
        page.title.split()[-1]
        for page in model.objects.filter(locale__language_code=language).order_by("path")
    ]


@pytest.mark.django_db
def test_a_new_site_opens_with_the_first_module_and_what_leads_to_it(course):
    said = run_load(course, "--only-first")
    assert names(CoursePage) == ["course"]
    assert names(ModulePage) == ["one"]
    assert names(LessonPage) == ["a", "b"]
    assert all(page.live for page in Page.objects.filter(depth__gt=1))
    assert "7/7  created: courses/subject/course/one/b" in said
    assert not is_loaded()


@pytest.mark.django_db
@pytest.mark.parametrize(("only", "loaded"), [("two", ["two"]), ("", ["one", "two", "three"])])
def test_one_module_or_one_course_may_be_loaded_alone(course, only, loaded):
    run_load(course, "--only", f"courses/subject/course/{only}".rstrip("/"))
    assert names(ModulePage) == loaded
    assert len(names(LessonPage)) == sum(len(MODULES[name]) for name in loaded)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_rest_takes_its_place_behind_it(course, language):
    run_load(course, "--only-first")
    said = run_load(course, "--if-empty")
    assert "0 updated, 7 unchanged, 0 kept" in said
    assert names(CoursePage, language) == ["course", "later"]
    assert names(ModulePage, language) == list(MODULES)
    assert len(names(LessonPage, language)) == 5
    assert f"{EVERYTHING - 1}/{EVERYTHING}  created: courses/subject/course/three/e" in said
    assert is_loaded()
    assert "The site has content already." in run_load(course, "--if-empty")


def migrated_var(tmp_path_factory):
    var = tmp_path_factory.mktemp("school") / "var"
    shutil.copytree(migrated_once(tmp_path_factory), var)
    return var


def pages_in(var):
    """Return how many live pages there are in each language, past the site."""
    database = sqlite3.connect(var / "lifelong.sqlite3")
    counted = "SELECT count(*) FROM wagtailcore_page WHERE live AND depth > 1 GROUP BY locale_id"
    try:
        return [row[0] for row in database.execute(counted)]
    finally:
        database.close()


def test_the_site_is_prepared_before_the_rest_is_loaded(course, tmp_path_factory):
    """Whoever waits for the words of `prepare` also waits for the process that it leaves behind."""
    var = migrated_var(tmp_path_factory)
    said = manage(var, "prepare", "--rest-later", "--content", str(course))
    assert said.index("one/b") < said.index("Learners:") < said.index("two/c")
    assert pages_in(var) == [EVERYTHING] * 3


def test_a_load_that_is_killed_anywhere_is_finished_by_the_next_one(course, tmp_path_factory):
    var = migrated_var(tmp_path_factory)
    for page in ("courses/subject", "one/a", "two/c"):
        kill_when_it_says(f"{page}\n", var, course)
    assert f"{EVERYTHING}/{EVERYTHING}" in manage(var, "content", "load", str(course), "--if-empty")
    assert pages_in(var) == [EVERYTHING] * 3


def kill_when_it_says(words, var, course):
    command = [sys.executable, "manage.py", "content", "load", str(course)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(var) | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True
    ) as load:
        assert any(line.endswith(words) for line in load.stdout)
        load.kill()
    assert load.returncode == -9
