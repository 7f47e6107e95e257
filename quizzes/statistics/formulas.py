"""The statistics of tests, as pure functions of plain values. None means "not available" and is never 0.

Marks are Decimals, Fractions or ints; variances and covariances are exact Fractions over n-1, and a root is taken to
the 28 digits of Decimal. All results but variances are per cent. Sources: the quiz statistics report of Moodle 4.5
(`mod/quiz/report/statistics`, "Quiz statistics calculations"), which follows J. P. Guilford, Fundamental Statistics in
Psychology and Education (1965), and L. J. Cronbach, Psychometrika 16 (1951), for the internal consistency.
"""

from decimal import Decimal
from fractions import Fraction


def mean(values):
    values = [Fraction(value) for value in values]
    return sum(values, Fraction(0)) / len(values) if values else None


def covariance(xs, ys):
    """Return the sample covariance, over n-1; None for fewer than two pairs."""
    pairs = [(Fraction(x), Fraction(y)) for x, y in zip(xs, ys, strict=True)]
    if len(pairs) < 2:
        return None
    middle_x, middle_y = mean(x for x, _ in pairs), mean(y for _, y in pairs)
    return sum(((x - middle_x) * (y - middle_y) for x, y in pairs), Fraction(0)) / (len(pairs) - 1)


def variance(values):
    values = list(values)
    return covariance(values, values)


def facility(marks, maximum):
    """Return the mean mark as a share of the maximum: 100 means that everybody has everything right."""
    middle = mean(marks)
    return _decimal(100 * middle / Fraction(maximum)) if middle is not None and maximum else None


def standard_deviation(marks, maximum):
    """Return the standard deviation of marks as a share of the maximum."""
    spread = variance(marks)
    return 100 * _root(spread) / Decimal(maximum) if spread is not None and maximum else None


def discrimination_index(marks, rests):
    """Return the correlation of an item's marks with the `rests` of the totals, -100 to 100."""
    product = _product(variance(marks), variance(rests))
    return 100 * _decimal(covariance(marks, rests)) / _root(product) if product else None


def discriminative_efficiency(marks, rests):
    """Return the covariance as a share of the best that these very marks and rests could have, sorted."""
    best = covariance(sorted(marks), sorted(rests))
    return _decimal(100 * covariance(marks, rests) / best) if best else None


def effective_weights(columns, totals):
    """Return for each item's marks its share in what the totals differ by.

    None where its covariance is negative, and where its marks are all the same: they have no part in it to tell.
    """
    parts = [covariance(marks, totals) if variance(marks) else None for marks in columns]
    roots = [_root(part) if part is not None and part >= 0 else None for part in parts]
    whole = sum((root for root in roots if root), Decimal(0))
    return [100 * root / whole if root is not None and whole else None for root in roots]


def internal_consistency(columns, totals):
    """Return Cronbach's alpha of the items' marks; None for fewer than two items or where all totals are equal."""
    spread, count = variance(totals), len(columns)
    if not spread or count < 2:
        return None
    own = sum((variance(marks) for marks in columns), Fraction(0))
    return _decimal(100 * Fraction(count, count - 1) * (1 - own / spread))


def error_ratio(consistency):
    """Return which part of the standard deviation is chance, from the internal consistency."""
    if consistency is None or consistency > 100:
        return None
    return 100 * (1 - consistency / 100).sqrt()


def standard_error(ratio, deviation):
    """Return by how much a result may be off by chance, in per cent of the maximum."""
    return ratio * deviation / 100 if ratio is not None and deviation is not None else None


def _product(first, second):
    return first * second if first is not None and second is not None else None


def _root(number):
    return _decimal(number).sqrt()


def _decimal(number):
    return Decimal(number.numerator) / Decimal(number.denominator)
