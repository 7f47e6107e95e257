"""The files of the starter courses: whole, equal in three languages, in plain words.

The rules are the product's own, those of `manage.py check_content`.
"""

import datetime
from collections import defaultdict

import pytest

from courses.checking_content import find
from courses.checking_content.table import as_markdown

from .conftest import STARTER_COURSES

# The courses do not become wrong overnight: `manage.py check_content` names by the real date what is to be looked up.
DAY = datetime.date(2026, 11, 24)
TABLE = STARTER_COURSES.parent / "docs" / "reading-level.md"
FILES = sorted(file for file in STARTER_COURSES.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def findings():
    """Return {file: its findings}."""
    found = defaultdict(list)
    for finding in find(STARTER_COURSES, today=DAY):
        found[finding.file].append(str(finding))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}{file.suffix}")
def test_an_editor_has_nothing_to_mend_in_a_file(findings, file):
    assert not findings[file]


def test_every_finding_is_about_one_of_these_files(findings):
    assert not set(findings) - set(FILES)


def test_the_table_of_reading_levels_is_up_to_date():
    """Made anew by: manage.py check_content --table > docs/reading-level.md."""
    assert TABLE.read_text(encoding="utf-8") == as_markdown(STARTER_COURSES)
