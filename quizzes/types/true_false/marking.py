"""How a judged statement is marked."""

from decimal import Decimal

CHOICES = ("true", "false")


def fraction_of(choice, is_true):
    """Return 1 when `choice`, "true" or "false", judges the statement rightly, otherwise 0."""
    return Decimal(choice == CHOICES[not is_true])
