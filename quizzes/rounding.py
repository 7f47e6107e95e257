"""Rounding for the eye: half away from zero, as people do it. What is reckoned with is never rounded."""

from decimal import ROUND_HALF_UP, Decimal


def rounded(number, places):
    """Return `number` to so many decimal places."""
    return Decimal(number).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
