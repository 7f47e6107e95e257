"""A list of names as it is pasted or uploaded: lines of cells, read without believing anything in them."""

import csv
import io
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_LINES = 60  # a secret is slow to make, on purpose: this many take half a minute
MOST_BYTES = 100_000
COLUMNS = ("name", "group", "full_name", "login")
# How a line of headings calls them, in whatever language the list was written in.
HEADINGS = {
    "name": {"name", "имя", "аты", "аты-жөні", "фио"},
    "group": {"class", "group", "группа", "класс", "топ", "сынып"},
    "full_name": {"full name", "name in full", "полное имя", "толық аты-жөні"},
    "login": {"login", "логин"},
}


def decoded(upload: bytes) -> str:
    """Return the text of a file; ValidationError says in plain words what to do with one that is none."""
    if len(upload) > MOST_BYTES:
        raise ValidationError(_("This file is too large for a list of names."))
    if upload.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise ValidationError(
            _("This is a workbook. Copy its cells and paste them here, or save it as CSV UTF-8.")
        )
    encoding = "utf-16" if upload.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return upload.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValidationError(_("The letters of this file cannot be read. Save it as CSV UTF-8.")) from error


def read(text: str) -> list[tuple[int, dict]]:
    """Return (number of the line, {column: cell}) for each line with something in it.

    Cells stand between tabs, as they are pasted from a spreadsheet, or between semicolons or commas. A first line of
    headings says which column is which; without one they come in the order of COLUMNS.
    """
    if len(text) > MOST_BYTES:
        raise ValidationError(_("This list is too long."))
    delimiter = next((sign for sign in "\t;" if sign in text), ",")
    rows = list(csv.reader(io.StringIO(text.replace("\x00", "\ufffd")), delimiter=delimiter))
    lines = [(number, [_tidy(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    columns = columns_of(lines[0][1]) if lines else None
    lines = lines[1:] if columns else lines
    if len(lines) > MOST_LINES:
        raise ValidationError(
            _("One list has %(most)d lines at most. Make two of it."), params={"most": MOST_LINES}
        )
    return [(number, _named(cells, columns or COLUMNS)) for number, cells in lines]


def columns_of(cells) -> list | None:
    """Return what the columns hold if these are headings, with None for one that is not ours; otherwise None."""
    found = [
        next((key for key, words in HEADINGS.items() if cell.casefold() in words), None) for cell in cells
    ]
    return found if "name" in found else None


def _named(cells, columns):
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    named["rest"] = " ".join(cells[len(columns) :])
    return named


def _tidy(cell):
    return " ".join(unicodedata.normalize("NFC", cell).split(" ")).strip()


def is_a_name(text: str) -> bool:
    """Say whether a cell begins as names do, and has no sign that would hide or turn what stands beside it.

    A cell that begins with = + - @ is a formula wherever this name is written into a file some day.
    """
    return text[:1].isalpha() and not any(unicodedata.category(sign).startswith("C") for sign in text)
