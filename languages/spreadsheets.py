"""Files that the spreadsheets of people who read Kazakh, Russian or English open, and that run nothing there."""

import csv
import io
import re

from django.utils.translation import get_language

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Cyrillic for something else
# A cell that begins with one of these is a formula, in one spreadsheet or another; the last four are
# the wide signs that a Chinese keyboard types, which some read as the narrow ones.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def as_csv(lines):
    """Return lines of cells as text, in the way of the language in force.

    Where the comma is in the numbers, as in Kazakh and Russian, Excel expects semicolons between cells.
    """
    file = io.StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter="," if get_language() == "en" else ";")
    writer.writerows([safe(cell) for cell in line] for line in lines)
    return file.getvalue()


def safe(value):
    """Return a cell that no spreadsheet takes for a formula. Numbers stay as they are.

    Tabs, returns and other control characters become spaces: they could begin another cell.
    """
    if isinstance(value, int | float):
        return value
    text = BREAKS.sub(" ", str(value))
    return f"'{text}" if FORMULA.match(text) else text
