"""How ticked options are marked.

Shares, as in Moodle: the shares of what was ticked are added up and kept between 0 and 1.
An option is {"id", "is_key", "percent" (text or None), "is_none_of_these"}. Shares are
`Fraction`s, so that three thirds are one whole.
"""

from decimal import Decimal
from fractions import Fraction

PLACES = Decimal("1e-8")  # what a response's mark is kept to


def fraction_of(ticked, options, rule="shares"):
    """Return the fraction of the points that the ticked ids earn, 0 to 1, to eight places.

    `rule` is "shares", or "all_or_nothing": exactly the keys earn everything. What was ticked
    and is an option no more counts for nothing.
    """
    ticked = set(ticked) & {option["id"] for option in options}
    if rule == "all_or_nothing":
        keys = {option["id"] for option in options if option["is_key"]}
        return Decimal(bool(keys) and ticked == keys)
    shares = shares_of(options)
    earned = min(max(sum((shares[one] for one in ticked), Fraction(0)), Fraction(0)), Fraction(1))
    return (Decimal(earned.numerator) / Decimal(earned.denominator)).quantize(PLACES)


def shares_of(options):
    """Return {option id: share}. The keys' shares make exactly one whole, also where they were written as 33.33333.

    Where no percent is written, keys share equally, and each distractor takes an equal part away:
    whoever ticks everything earns nothing. “None of these” stands alone and takes nothing.
    """
    keys = [option for option in options if option["is_key"]]
    wrong = [option for option in options if not option["is_key"] and not option["is_none_of_these"]]
    written = {option["id"]: Fraction(option["percent"] or 0) for option in keys}
    whole = sum(written.values())
    shares = {option["id"]: Fraction(0) for option in options}
    shares |= {one: percent / whole if whole else Fraction(1, len(keys)) for one, percent in written.items()}
    shares |= {option["id"]: _penalty(option["percent"], len(wrong)) for option in wrong}
    return shares


def _penalty(percent, distractors):
    return Fraction(-1, distractors) if percent in (None, "") else Fraction(percent) / 100
