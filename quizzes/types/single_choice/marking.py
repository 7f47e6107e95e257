"""How a single choice is marked."""

from decimal import Decimal


def fraction_of(option):
    """Return the share of the points that an option earns: 1 for the key, else its percent, which may be negative."""
    if option["is_key"]:
        return Decimal(1)
    return Decimal(option["percent"] or 0) / 100
