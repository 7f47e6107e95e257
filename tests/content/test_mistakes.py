"""Somebody makes a mistake in a file: it is named with its line, and nothing is loaded."""

import pytest
from django.core.management.base import CommandError
from wagtail.models import Page

from .conftest import run_load

pytestmark = pytest.mark.django_db

LESSON_START = """\
type: lesson
title: {ru: Урок, kk: Сабақ, en: Lesson}
body:
"""
QUESTION = """\
  - id: one
    type: single_choice
    stem: {ru: "Да?", kk: "Солай ма?", en: "Is it?"}
    options:
      - id: a
        text: {ru: Так, kk: Иә, en: It is}
      - id: b
        text: {ru: Не так, kk: Жоқ, en: It is not}
"""


@pytest.fixture
def write_lesson(folder):
    """Somebody writes a lesson in a module of a course."""
    names = {"type: subject": "subject", "type: course": "course", "type: module": "module"}
    place = folder / "courses"
    for kind, name in names.items():
        with (place / "page.yaml").open("a", encoding="utf-8") as file:
            file.write(f"children: [{name}]\n")
        place = place / name
        place.mkdir()
        (place / "page.yaml").write_text(f"{kind}\ntitle: {{ru: Я, kk: Ә, en: A}}\n", encoding="utf-8")
    with (place / "page.yaml").open("a", encoding="utf-8") as file:
        file.write("children: [lesson]\n")
    return lambda body: (place / "lesson.yaml").write_text(LESSON_START + body, encoding="utf-8")


def refusal(folder):
    """Return what the loader says when it refuses."""
    with pytest.raises(CommandError) as error:
        run_load(folder)
    assert Page.objects.filter(depth__gt=1).count() == 1, "something was written"
    return str(error.value)


def test_a_broken_file_is_named_with_its_line(folder, correct):
    correct("  kk: Курстар", "  kk: Курстар: бәрі")
    assert "courses/page.yaml, line 4" in refusal(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  kk: Курстар\n", "", "line 3, kk: title: words are missing"),
        ("  en: Courses", "  en: yes", "line 5, en: title: words are missing"),
        ("  en: Courses", "  en: Courses\n  de: Kurse", "line 6, de: the site has no such language"),
        ("intro:", "entry:", "line 6, entry: a page of this type has no such field"),
        ("intro:", "title:", "line 6: given twice"),
        ("course index", "lesson", "line 1, type: a page of this type cannot stand below"),
        ("course index", "curse", "line 1, type: there is no such type of page"),
        ("title:", "children: [no-such]\ntitle:", "line 2, children: there is no page file for “no-such”"),
    ],
)
def test_a_mistake_is_named_with_its_file_line_and_field(folder, correct, old, new, said):
    correct(old, new)
    message = refusal(folder)
    assert f"{folder}/courses/page.yaml, {said}" in message
    assert message.startswith("Nothing was loaded.")


def test_the_files_say_in_which_language_they_were_written(folder):
    home = folder / "page.yaml"
    home.write_text(
        home.read_text(encoding="utf-8").replace("written_in: ru", "written_in: de"), encoding="utf-8"
    )
    assert "page.yaml, line 2, written_in: the home page's file says which language" in refusal(folder)


def test_a_file_that_no_page_lists_is_not_forgotten(folder):
    (folder / "courses" / "lost.yaml").write_text("type: subject\n", encoding="utf-8")
    assert "lost.yaml, line 1: no page lists this file" in refusal(folder)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (QUESTION, "line 4: options: Tick “This is the right answer” at exactly one option."),
        (QUESTION.replace("id: b", "id: a"), "line 10, id: two members of this list have the same id"),
        (QUESTION.replace("stem:", "stern:"), "line 6, stern: a block of this type has no such field"),
        (QUESTION.replace("single_choice", "essay"), "line 5, type: there is no such block"),
        ("  - type: heading\n    text: {ru: Я, kk: Ә, en: A}\n", "line 4, id: give it a name of its own"),
        ("  - {id: one, type: heading}\n", "line 4: “text:” is missing here"),
        (
            '  - id: one\n    type: paragraph\n    text: {ru: "- а\\n- б", kk: "- ә\\n- б", en: "- a"}\n',
            "line 4: paragraphs or lists are divided differently",
        ),
        (
            "  - id: one\n    type: steps\n    steps:\n      - id: a\n        text: {ru: Я, kk: Ә, en: A}\n"
            "        image: {file: none.png, alt: {ru: Я, kk: Ә, en: A}}\n",
            "line 9, file: this picture cannot be read",
        ),
        ("  - {id: one, type: steps}\n", "line 4: steps: The minimum number of items is 1"),
        (
            "  - id: one\n    type: table\n    caption: {ru: Я, kk: Ә, en: A}\n"
            "    head: {ru: Я | Я, kk: Ә | Ә, en: A | A}\n    rows:\n"
            "      - id: a\n        cells: {ru: Я, kk: Ә, en: A}\n",
            "line 4: rows: 0: cells: Row 1: the number of cells is 1, but the headings are 2.",
        ),
        (
            "  - id: one\n    type: variant\n    audience: dog\n    text: {ru: Я, kk: Ә, en: A}\n",
            "line 4: audience:",
        ),
        (
            "  - id: one\n    type: picture\n    image: {file: none.png, alt: {ru: Я, kk: Ә, en: A}}\n",
            "line 6, file: this picture cannot be read",
        ),
    ],
)
def test_a_mistake_in_a_lesson_is_named_with_its_line(folder, write_lesson, body, said):
    write_lesson(body)
    assert f"lesson.yaml, {said}" in refusal(folder)


def test_a_drawing_that_could_hold_script_is_refused(folder, write_lesson):
    write_lesson("  - id: one\n    type: picture\n    image: {file: a.svg, alt: {ru: Я, kk: Ә, en: A}}\n")
    (folder / "courses/subject/course/module/a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert "file: this picture cannot be read" in refusal(folder)
