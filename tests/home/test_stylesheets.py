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


@pytest.mark.parametrize("ground", ["sky", "sun"])
def test_what_stands_on_a_colour_is_read_in_every_light(ground):
    sheet = (ROOT / "home/static/home/css/base.css").read_text()
    themes = [rules for rules in re.findall(r"{([^{}]*)}", sheet) if f"--{ground}:" in rules]
    assert len(themes) == 6
    for rules in themes:
        assert contrast(token(rules, ground), token(rules, f"on-{ground}")) >= 4.5, rules


def token(rules, name):
    return re.search(rf"--{name}: #(\w+);", rules)[1]


def contrast(one, other):
    """Return the ratio that WCAG 2.2 defines, 1 to 21, of two colours in hex."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    red, green, blue = (
        int(part, 16) / 255 for part in re.findall("..", colour if len(colour) == 6 else doubled(colour))
    )
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def doubled(colour):
    return "".join(digit * 2 for digit in colour)


def linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
