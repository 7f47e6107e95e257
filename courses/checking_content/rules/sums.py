"""A row that says it is a total is one."""

import re

from django.utils.translation import gettext as _

from lessons.blocks.worksheets import cells_to_fill

from ..finding import Finding
from ..numerals import number_of

NAMES = r"итого|всего|сумма|барлығы|жиыны|қорытынды|total|subtotal|in all|sum"
TOTAL = re.compile(rf"^({NAMES})\b", re.IGNORECASE)


def find_wrong_sums(content):
    for page in content.pages:
        for table in page.of_type("table", "worksheet"):
            rows = table.get("rows") or []
            for language in rows[0]["cells"] if rows else ():
                for line, message in _faults(rows, language):
                    yield Finding(page.file, line, message, language)


def _faults(rows, language):
    """Yield what is wrong with each column of numbers; a column with a word in it is none."""
    read = [
        ([number_of(cell) for cell in cells_to_fill(row["cells"][language])], _is_total(row)) for row in rows
    ]
    for number, (cells, is_total) in enumerate(read):
        for column, said in enumerate(cells[1:], 1) if is_total else ():
            sums = _possible_sums(read[:number], column)
            if said is not None and sums and said not in sums:
                message = _("the total in column %(column)s is %(said)s, but the rows come to %(sum)s")
                values = {"column": column + 1, "said": f"{said:f}", "sum": f"{sums[0]:f}"}
                yield rows[number]["cells"].line_of(language), message % values


def _is_total(row):
    """Say whether a row is called a total, in any language or by its id."""
    names = [row["id"], *[cells_to_fill(line)[0] for line in row["cells"].values()]]
    return any(TOTAL.match(name) for name in names)


def _possible_sums(rows, column):
    """Return what a total below these rows may be: of all, or of those since the last total, with it or without."""
    cells = [(cells[column] if column < len(cells) else None, is_total) for cells, is_total in rows]
    if len(cells) < 2 or any(cell is None for cell, _is_total in cells):
        return []
    last = max((number for number, (_cell, is_total) in enumerate(cells) if is_total), default=-1)
    since = sum(cell for cell, _is_total in cells[last + 1 :])
    of_all = sum(cell for cell, is_total in cells if not is_total)
    return [of_all, since, since + (cells[last][0] if last >= 0 else 0)]
