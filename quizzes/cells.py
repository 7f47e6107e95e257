"""What may stand in a cell of a file that a spreadsheet opens."""

import re

# A cell that begins with one of these is a formula, in one spreadsheet or another; the last four are
# the wide signs that a Chinese keyboard types, which some read as the narrow ones.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def safe(value):
    """Return a cell that no spreadsheet takes for a formula. Numbers stay as they are.

    Tabs, returns and other control characters become spaces: they could begin another cell.
    """
    if isinstance(value, int | float):
        return value
    text = BREAKS.sub(" ", str(value))
    return f"'{text}" if FORMULA.match(text) else text
