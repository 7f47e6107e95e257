"""Matrix in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from languages.folding import fold
from quizzes.blocks import LineBlock, QuestionBlock, WordsBlock
from quizzes.streams import KeepingListBlock

MOST_COLUMNS = 5


class ColumnBlock(blocks.StructBlock):
    text = LineBlock(label=_("Column"), help_text=_("One or two words: columns are narrow."))

    class Meta:
        label = _("Column")


class RowBlock(blocks.StructBlock):
    text = LineBlock(label=_("Row"))
    column = blocks.IntegerBlock(
        min_value=1,
        max_value=MOST_COLUMNS,
        label=_("Number of the right column"),
        help_text=_("1 is the first of the columns above."),
    )
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who chose wrongly here should read."),
    )

    class Meta:
        label = _("Row")


class MatrixBlock(QuestionBlock):
    columns = KeepingListBlock(
        ColumnBlock(),
        min_num=2,
        max_num=MOST_COLUMNS,
        starts_with=2,
        label=_("Columns"),
        help_text=_("What can be chosen in each row, for example: Safe, Not safe."),
    )
    rows = KeepingListBlock(
        RowBlock(),
        min_num=2,
        max_num=12,
        starts_with=3,
        label=_("Rows"),
        help_text=_("The learner chooses one column in each."),
    )

    class Meta:
        icon = "table"
        label = _("Select in a table")
        description = _("The learner chooses one of the same few answers in each row.")

        def preview_value(self):
            return {
                "stem": gettext("Is this allowed at the computer?"),
                "columns": [{"text": gettext("Allowed")}, {"text": gettext("Not allowed")}],
                "rows": [
                    {"text": gettext("To wipe the screen with a dry cloth"), "column": 1},
                    {"text": gettext("To put a cup of tea beside the keyboard"), "column": 2},
                ],
            }

    def find_errors(self, value):
        return {
            "columns": _wrong_with_columns(value["columns"]),
            "rows": _wrong_with_rows(value["rows"], len(value["columns"])),
        }


def _wrong_with_columns(columns):
    if len({fold(column["text"]) for column in columns}) < len(columns):
        return gettext("Two columns say the same.")
    return None


def _wrong_with_rows(rows, columns):
    if len({fold(row["text"]) for row in rows}) < len(rows):
        return gettext("Two rows say the same.")
    for number, row in enumerate(rows, 1):
        if row["column"] > columns:
            return gettext("Row %(row)s: there is no column %(column)s.") % {
                "row": number,
                "column": row["column"],
            }
    return None
