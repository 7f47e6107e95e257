"""A small table, typed as lines whose cells are divided by |."""

import re
from itertools import zip_longest

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from quizzes.blocks import LineBlock
from quizzes.streams import KeepingListBlock

from .base import PREVIEW

NUMBER = re.compile(r"[-−+]?\d[\d\s.,]*\s?(?:%|₸|тг)?")


def cells_of(line):
    """Return the cells of a typed line, without the spaces around them. A | at either end is decoration."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def fit(cells, width):
    """Return as many cells as the table is wide: what a translation lacks is empty, what is too much is kept."""
    cells = cells + [""] * (width - len(cells))
    return [*cells[: width - 1], " ".join(cells[width - 1 :])]


def is_number(cell):
    return bool(NUMBER.fullmatch(cell))


class TableValue(blocks.StructValue):
    @property
    def columns(self):
        """The headings as {text, is_number}: above a column of numbers a heading stands where they do."""
        columns = zip(*self._rows, strict=True)
        numbers = [all(map(is_number, filter(None, cells))) and any(cells) for cells in columns]
        return [
            {"text": text, "is_number": holds_numbers}
            for text, holds_numbers in zip_longest(self._head, numbers, fillvalue=False)
        ]

    @property
    def lines(self):
        """The rows, each a list of cells {text, is_heading, is_number}, all as wide as the heading."""
        return [self._line(cells) for cells in self._rows]

    @property
    def _head(self):
        return cells_of(self.get("head") or "")

    @property
    def _rows(self):
        return [fit(cells_of(row["cells"]), len(self._head)) for row in self.get("rows") or []]

    def _line(self, cells):
        first = bool(self.get("first_is_heading"))
        return [
            {"text": cell, "is_heading": first and number == 0, "is_number": is_number(cell)}
            for number, cell in enumerate(cells)
        ]


class RowBlock(blocks.StructBlock):
    cells = LineBlock(label=_("Cells, divided by |"))

    class Meta:
        label = _("Row")


class TableBlock(blocks.StructBlock):
    """A table with a caption, a line of headings and rows."""

    caption = LineBlock(label=_("Caption"), help_text=_("What the table shows, in a few words."))
    head = LineBlock(
        label=_("Headings, divided by |"), help_text=_("One for each column, for example: Key | What it does")
    )
    rows = KeepingListBlock(RowBlock(), min_num=1, starts_with=2, label=_("Rows"))
    first_is_heading = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("The first cell names its row"),
        help_text=_("It is then shown in bold and read aloud before the others."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table. You type each row as one line and put | between the cells.")
        value_class = TableValue
        template = "lessons/blocks/table.html"
        preview_template = PREVIEW

        def preview_value(self):
            rows = [
                gettext("Ctrl + C | Copies what is selected"),
                gettext("Ctrl + V | Puts it where the cursor stands"),
            ]
            return {
                "caption": gettext("Keys that save time"),
                "head": gettext("Key | What it does"),
                "rows": [{"cells": row} for row in rows],
                "first_is_heading": True,
            }

    def clean(self, value):
        cleaned = super().clean(value)
        wrong = _uneven_rows(cleaned["rows"], len(cells_of(cleaned["head"])))
        if wrong:
            raise StructBlockValidationError(block_errors={"rows": ListBlockValidationError(wrong)})
        return cleaned


def _uneven_rows(rows, width):
    """Return {index: error} for the rows that have more or fewer cells than the heading."""
    counts = {index: len(cells_of(row["cells"])) for index, row in enumerate(rows)}
    return {
        index: StructBlockValidationError({"cells": ValidationError(say_uneven(index + 1, count, width))})
        for index, count in counts.items()
        if count != width
    }


def say_uneven(number, count, width):
    return gettext("Row %(number)s: the number of cells is %(count)s, but the headings are %(width)s.") % {
        "number": number,
        "count": count,
        "width": width,
    }
