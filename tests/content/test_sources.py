"""The sources of a course come with its files."""

import pytest

from courses.models import CoursePage, SourcesPage

from .conftest import run_load

pytestmark = pytest.mark.django_db

PAGE = "type: {kind}\ntitle: {{ru: {title}, kk: {title} kk, en: {title} en}}\n"
SOURCES = """\
type: sources
title: {ru: Источники, kk: Дереккөздер, en: Sources}
facts:
  - id: days
    statement: {ru: Пять дней., kk: Бес күн., en: Five days.}
    source: {ru: Закон., kk: Заң., en: The law.}
    link: https://adilet.example/
    used_in: [lesson, module/lesson]
    checked_on: 2026-11-23
    check_again_by: 2027-11-23
  - id: hours
    statement: {ru: Два часа., kk: Екі сағат., en: Two hours.}
    source: {ru: Справка., kk: Анықтама., en: A note.}
    checked_on: 2026-11-23
    check_again_by: 2027-11-23
"""


@pytest.fixture
def sources(folder):
    """The file of sources of a course with one lesson."""
    course = folder / "courses" / "subject" / "course"
    (course / "module").mkdir(parents=True)
    for file, kind, children in (
        (folder / "courses" / "subject" / "page.yaml", "subject", "course"),
        (course / "page.yaml", "course", "module, sources"),
        (course / "module" / "page.yaml", "module", "lesson"),
        (course / "module" / "lesson.yaml", "lesson", ""),
    ):
        file.write_text(PAGE.format(kind=kind, title=kind) + f"children: [{children}]\n", encoding="utf-8")
    courses = folder / "courses" / "page.yaml"
    courses.write_text(courses.read_text(encoding="utf-8") + "children: [subject]\n", encoding="utf-8")
    (course / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return course / "sources.yaml"


def test_facts_are_loaded_with_their_dates_in_three_languages(folder, sources):
    run_load(folder)
    for language, said in (("ru", "Пять дней."), ("kk", "Бес күн."), ("en", "Five days.")):
        page = SourcesPage.objects.get(locale__language_code=language)
        first, second = [child.value for child in page.facts]
        assert (first["statement"], first["used_in"]) == (said, "lesson, module/lesson")
        assert (str(first["check_again_by"]), first["link"]) == ("2027-11-23", "https://adilet.example/")
        assert (second["used_in"], second["link"]) == ("", "")
    assert CoursePage.objects.first().get_outline().sources.url.endswith("/sources/")


def test_loading_again_changes_nothing(folder, sources):
    run_load(folder)
    assert "0 created, 0 updated, 7 unchanged, 0 kept." in run_load(folder)


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (
            SOURCES.replace("module/lesson", "lessen"),
            "line 8, used_in: there is no page “lessen” in this course",
        ),
        (SOURCES.replace("check_again_by: 2027-11-23\n  - id", "x: 1\n  - id"), "line 10, x"),
        (SOURCES.replace("link: https://adilet.example/", "link: nowhere"), "line 4: link"),
        (SOURCES.replace("checked_on: 2026-11-23", "checked_on: soon", 1), "line 4: checked_on"),
    ],
)
def test_a_mistake_is_named_with_its_line(folder, sources, wrong, line):
    sources.write_text(wrong, encoding="utf-8")
    with pytest.raises(Exception, match=f"sources.yaml, {line}"):
        run_load(folder)
    assert not SourcesPage.objects.exists()
