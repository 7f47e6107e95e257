"""A style sheet with a brace too few loses everything below it, and no browser complains."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEETS = sorted(
    str(sheet.relative_to(ROOT))
    for room in ("home", "courses", "lessons", "people", "quizzes")
    for sheet in (ROOT / room / "static").rglob("*.css")
)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_rule_of_a_style_sheet_is_closed(sheet):
    rules = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", (ROOT / sheet).read_text(), flags=re.DOTALL)
    depth = 0
    for brace in re.findall(r"[{}]", rules):
        depth += 1 if brace == "{" else -1
        assert 0 <= depth <= 4
    assert depth == 0


def test_no_declaration_stands_where_a_rule_should():
    """A rule inside a rule: ours are never nested but in @layer, @media and the like."""
    for sheet in SHEETS:
        rules = re.sub(r"/\*.*?\*/", "", (ROOT / sheet).read_text(), flags=re.DOTALL)
        assert not re.search(r";\s*\n\s*\n?\s*\.[\w-]+[^;{}]*\{", rules), sheet


def test_more_contrast_is_the_same_whether_a_person_or_their_device_asks_for_it():
    sheet = (ROOT / "home/static/home/css/base.css").read_text()
    chosen, asked_for = (
        [re.sub(r"\s+", " ", rules) for rules in re.findall(rf"{selector} {{([^}}]*)}}", sheet)]
        for selector in (r'\[data-contrast="more"\]', r":root:not\(\[data-contrast\]\)")
    )
    assert chosen == asked_for
    assert len(chosen) == 2, "in the light and in the dark"
