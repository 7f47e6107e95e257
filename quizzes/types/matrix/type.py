"""Matrix: reading and marking an answer, `{"rows": {row id: id of the column chosen}}`."""

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from quizzes.feedback import show_list, show_words
from quizzes.shuffling import shuffled
from quizzes.types.base import Choice, Mark, Part, QuestionType
from quizzes.types.shares import mean

from .block import MatrixBlock
from .checks import find_warnings
from .marking import fraction_of


class Matrix(QuestionType):
    name = "matrix"
    block = MatrixBlock
    template = "quizzes/types/matrix.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def complete_rules(self, rules, words):
        """Name the right column of each row by its id: a column that is moved stays the key."""
        columns = dict(enumerate((column["id"] for column in rules["columns"]), 1))
        for row in rules["rows"]:
            row["column"] = columns.get(row["column"])
        return rules

    def lay_out(self, item, language, seed=""):
        columns = [
            {"id": column["id"], "words": item.say(f"columns.{column['id']}.text", language)}
            for column in item.rules["columns"]
        ]
        rows = item.rules["rows"]
        return {
            "columns": columns,
            # Columns often climb, from “never” to “always”: only rows can stand in another order.
            "rows": [
                _row(item, row, columns, language)
                for row in (shuffled(rows, f"{item.id}{seed}") if seed else rows)
            ],
        }

    def read(self, posted, name, rules):
        chosen = {}
        columns = {column["id"] for column in rules["columns"]}
        for row in rules["rows"]:
            column = posted.get(f"{name}-{row['id']}")
            if column and column not in columns:
                raise ValidationError(_("That option is not among the answers of this question."))
            if column:
                chosen[row["id"]] = column
        return {"rows": chosen} if chosen else None

    def echo(self, posted, name):
        own = f"{name}-"
        return {"rows": {field.removeprefix(own): posted[field] for field in posted if field.startswith(own)}}

    def mark(self, rules, spellings, answer, language):
        chosen = answer["rows"]
        parts = tuple(
            Part(
                fraction_of(chosen, row),
                about=f"rows.{row['id']}.text",
                feedback=f"rows.{row['id']}.feedback",
                is_empty=row["id"] not in chosen,
            )
            for row in rules["rows"]
        )
        return Mark(mean(part.fraction for part in parts), parts=parts)

    def right_answer(self, item, language):
        said = [(f"rows.{row['id']}.text", f"columns.{row['column']}.text") for row in item.rules["rows"]]
        return show_list(
            format_html("{} — {}", *(show_words(item.say(path, language), language) for path in paths))
            for paths in said
        )

    def choices(self, item, language):
        columns = [
            (one["id"], item.say(f"columns.{one['id']}.text", language).text) for one in item.rules["columns"]
        ]
        return [
            Choice(
                f"{row['id']} {column}",
                text,
                column == row["column"],
                item.say(f"rows.{row['id']}.text", language).text,
            )
            for row in item.rules["rows"]
            for column, text in columns
        ]

    def chosen(self, answer):
        return [f"{row} {column}" for row, column in answer["rows"].items()]

    def slot(self, answer, what, argument=""):
        row, column = argument.split()
        return "checked" if answer and answer["rows"].get(row) == column else ""


def _row(item, row, columns, language):
    return {
        "id": row["id"],
        "field": f"{item.field_name}-{row['id']}",
        "words": item.say(f"rows.{row['id']}.text", language),
        "cells": [{"column": column, "chosen": f"{row['id']} {column['id']}"} for column in columns],
    }
