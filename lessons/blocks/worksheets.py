"""A sheet to fill in: on the screen for the printer, or on paper by hand. Nothing of it is sent or kept."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from quizzes.blocks import LineBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .base import PREVIEW
from .tables import cells_of, fit, say_uneven

MOST_LINES = 20  # about half a sheet of paper


def cells_to_fill(line):
    """Return the cells of a typed row. Every | divides: at either end it leaves an empty cell to fill in."""
    return [cell.strip() for cell in line.split("|")]


class WorksheetValue(blocks.StructValue):
    @property
    def columns(self):
        head = (self.get("head") or "").strip()
        return cells_of(head) if head else []

    @property
    def lines(self):
        """The rows, each {name, cells}: `name` is its first cell where that has words, else empty.

        A cell is {text, column, is_name}: one without text is to be filled in.
        """
        columns = self.columns
        return [self._line(fit(cells_to_fill(row["cells"]), len(columns)), columns) for row in self._rows()]

    @property
    def asked(self):
        """The sentences to write below, each {prompt, lines, ruled}: `ruled` is there to be counted through."""
        return [
            {"prompt": one["prompt"], "lines": one["lines"], "ruled": range(one["lines"])}
            for one in self.get("prompts") or []
        ]

    def _rows(self):
        return self.get("rows") or [] if self.columns else []

    def _line(self, cells, columns):
        return {
            "name": cells[0],
            "cells": [
                {"text": cell, "column": column, "number": number, "is_name": number == 1 and bool(cell)}
                for number, (cell, column) in enumerate(zip(cells, columns, strict=True), 1)
            ],
        }


class WorksheetRowBlock(blocks.StructBlock):
    cells = LineBlock(
        label=_("Cells, divided by |"),
        help_text=_("Leave a cell empty where learners write: Coordinator | |"),
    )

    class Meta:
        label = _("Row")


class PromptBlock(blocks.StructBlock):
    prompt = WordsBlock(label=_("Question or beginning of a sentence"))
    lines = blocks.IntegerBlock(default=2, min_value=1, max_value=MOST_LINES, label=_("Lines to write on"))

    class Meta:
        label = _("To write")


class WorksheetBlock(blocks.StructBlock):
    """A table with empty cells, sentences with lines below them, or both."""

    title = LineBlock(label=_("Title"))
    task = WordsBlock(label=_("Task"), help_text=_("One to three short sentences: what to do."))
    head = LineBlock(
        required=False,
        label=_("Headings, divided by |"),
        help_text=_("One for each column, for example: Role | Who | By what date. Not needed without rows."),
    )
    rows = KeepingListBlock(WorksheetRowBlock(), min_num=0, starts_with=0, required=False, label=_("Rows"))
    prompts = KeepingListBlock(
        PromptBlock(),
        min_num=0,
        starts_with=0,
        required=False,
        label=_("To write"),
        help_text=_("Each with lines below it. May stay empty where there is a table."),
    )

    class Meta:
        icon = "form"
        label = _("Worksheet")
        description = _(
            "A sheet that learners fill in on the screen or on paper, and print. Nothing of it is sent or kept."
        )
        value_class = WorksheetValue
        template = "lessons/blocks/worksheet.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {
                "title": gettext("Who does what"),
                "task": gettext("Write down who takes which role, and by what date."),
                "head": gettext("Role | Who | By what date"),
                "rows": [{"cells": gettext("Coordinator | |")}, {"cells": gettext("Treasurer | |")}],
                "prompts": [{"prompt": gettext("My first step:"), "lines": 2}],
            }

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["rows"] and not cleaned["prompts"]:
            raise _refusal("rows", _("A worksheet needs rows of a table or something to write."))
        if cleaned["rows"] and not cleaned.columns:
            raise _refusal("head", _("A table with rows needs headings."))
        if not cleaned["rows"] and cleaned.columns:
            raise _refusal("rows", _("There are headings, but no rows below them."))
        wrong = _uneven_rows(cleaned["rows"], len(cleaned.columns))
        if wrong:
            raise StructBlockValidationError(block_errors={"rows": ListBlockValidationError(wrong)})
        return cleaned


def _refusal(name, message):
    error = ValidationError(message)
    is_list = name == "rows"
    wrapped = ListBlockValidationError(non_block_errors=[error]) if is_list else error
    return StructBlockValidationError(block_errors={name: wrapped})


def _uneven_rows(rows, width):
    """Return {index: error} for the rows that have more or fewer cells than the heading."""
    counts = {index: len(cells_to_fill(row["cells"])) for index, row in enumerate(rows)}
    return {
        index: StructBlockValidationError({"cells": ValidationError(say_uneven(index + 1, count, width))})
        for index, count in counts.items()
        if count != width
    }
