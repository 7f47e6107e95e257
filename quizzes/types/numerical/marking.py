"""How a number is marked. Exact: everything is counted in fractions, never in floating point."""

from fractions import Fraction

EPSILON = Fraction(1, 10**14)  # Moodle's, which forgives what its floating point does to a bound
ANYTHING = "*"


def is_within(value, wanted, tolerance=0, kind="nominal"):
    """Tell whether `value` lies within `wanted` ± tolerance, bounds included. Takes Fractions, Decimals or text.

    `kind` is "nominal" (a ± t) or "relative" (a ± |a|t). Source: Moodle 4.5,
    `qtype_numerical_answer::get_tolerance_interval`.
    """
    value, wanted, tolerance = Fraction(value), Fraction(wanted), abs(Fraction(tolerance or 0))
    if kind == "relative":
        reach = abs(wanted) * (tolerance + EPSILON)
    else:
        reach = tolerance + EPSILON * max(tolerance, abs(wanted), EPSILON)
    return abs(value - wanted) <= reach


def first_match(value, answers):
    """Return the first of the accepted answers that `value` fits, or None. “*” fits anything, also None: no number."""
    for accepted in answers:
        if accepted["value"] == ANYTHING:
            return accepted
        if value is not None and is_within(
            value, accepted["value"], accepted["tolerance"], accepted["tolerance_kind"]
        ):
            return accepted
    return None
