"""The parts of a person's file, gathered from all apps."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import hooks


@dataclass(frozen=True)
class Part:
    """One table of the file. `name` is its file's, in Latin letters; `files` are (name, Django file) to go with it.

    Cells are texts, numbers, dates, times, True or False; None for nothing.
    """

    name: str
    title: str
    columns: list
    rows: list
    files: list = field(default_factory=list)

    @property
    def shown_rows(self):
        """The rows in the words of the language in force."""
        return [[shown(cell) for cell in row] for row in self.rows]


def parts_of(person) -> list[Part]:
    """Return all that is kept of a person, in the order in which the apps stand in the site, ours first."""
    found = [Part(**part) for tell in hooks.get_hooks("lifelong_own_data") for part in tell(person)]
    return sorted(found, key=lambda part: part.name != "person")


def shown(cell) -> str:
    """Return a cell as people of the language in force read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, datetime):
        return date_format(localtime(cell), "SHORT_DATETIME_FORMAT")
    if hasattr(cell, "isoformat"):
        return date_format(cell, "SHORT_DATE_FORMAT")
    return number_format(cell) if isinstance(cell, Decimal) else str(cell)


def plain(cell):
    """Return a cell as a program reads it, in any language: JSON's own kinds, dates and times in ISO 8601."""
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    return cell if cell is None or isinstance(cell, bool | int | float) else str(cell)
