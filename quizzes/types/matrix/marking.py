"""How a table is marked: each right row earns an equal share, and a row that was left out earns nothing."""

from decimal import Decimal


def fraction_of(chosen, row):
    """Return what one row earns of its share: 1 where its own column was chosen.

    `chosen` is {row id: column id}; `row` is {"id", "column"}.
    """
    return Decimal(row["id"] in chosen and chosen[row["id"]] == row["column"])
