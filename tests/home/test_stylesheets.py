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
