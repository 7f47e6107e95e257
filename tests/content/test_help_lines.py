"""The help lines of a site come with the first load, and belong to the site from then on."""

import pytest

from lessons.models import HelpLine
from quizzes.models.stamp import Stamp

from .conftest import run_load

LINES = """\
lines:
  - id: police
    number: "102"
    name: {ru: Полиция, kk: Полиция, en: Police}
    note: {ru: Опасно., kk: Қауіпті., en: In danger.}
    checked_on: 2026-11-23
    check_again_by: 2027-11-23
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(folder):
    """The file of help lines, loaded."""
    file = folder / "help-lines.yaml"
    file.write_text(LINES, encoding="utf-8")
    run_load(folder)
    return file


def test_a_new_site_knows_whom_to_call(lines):
    line = HelpLine.objects.get()
    assert (line.number, line.name_kk, line.note_en) == ("102", "Полиция", "In danger.")
    assert str(line.check_again_by) == "2027-11-23"


def test_loading_again_changes_nothing(lines, folder):
    row, stamp = HelpLine.objects.values().get(), Stamp.objects.values().first()
    run_load(folder)
    assert (HelpLine.objects.values().get(), Stamp.objects.values().first()) == (row, stamp)


def test_a_corrected_file_corrects_the_site(lines, folder):
    lines.write_text(LINES.replace("102", "112"), encoding="utf-8")
    run_load(folder)
    assert HelpLine.objects.get().number == "112"


def test_a_number_that_somebody_corrected_in_the_site_stays(lines, folder):
    HelpLine.objects.update(number="150")
    lines.write_text(LINES.replace("102", "112"), encoding="utf-8")
    assert "kept the teacher's version of help-lines.yaml" in run_load(folder)
    assert HelpLine.objects.get().number == "150"
    run_load(folder, "--overwrite")
    assert HelpLine.objects.get().number == "112"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (LINES.replace('"102"', "102"), "line 3, number"),
        (LINES.replace("2027-11-23", "soon"), "line 7, check_again_by"),
        (LINES.replace("kk: Полиция, ", ""), "line 4, kk"),
        ("lines: none", "line 1, lines"),
    ],
)
def test_a_mistake_is_named_with_its_line(folder, wrong, line):
    (folder / "help-lines.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(Exception, match=f"help-lines.yaml, {line}"):
        run_load(folder)
    assert not HelpLine.objects.exists()
