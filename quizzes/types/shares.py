"""Shares of a mark, exact: counted in fractions, and told to eight places, to which a response's mark is kept."""

from decimal import Decimal
from fractions import Fraction

PLACES = Decimal("1e-8")


def to_places(share):
    """Return a `Fraction` as a Decimal of eight places."""
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(PLACES)


def mean(shares):
    """Return the mean of equal shares, Decimals or Fractions; nothing of nothing is nothing."""
    shares = [Fraction(share) for share in shares]
    return to_places(sum(shares, Fraction(0)) / len(shares)) if shares else Decimal(0)


def weighted_mean(shares, weights):
    """Return the mean of shares by weight. Where no weight is above zero, all are the same."""
    weights = [Fraction(weight) for weight in weights]
    whole = sum(weights, Fraction(0))
    if not whole:
        return mean(shares)
    earned = sum((Fraction(one) * weight for one, weight in zip(shares, weights, strict=True)), Fraction(0))
    return to_places(earned / whole)
