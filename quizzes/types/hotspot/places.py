"""A place in a picture, as it is posted and kept: two numbers of per cent, as text, to two places."""

import re
from decimal import Decimal
from fractions import Fraction

NUMBER = re.compile(r"(?:100|[0-9]{1,2})(?:\.[0-9]{1,4})?")
PIXELS = re.compile(r"-?[0-9]{1,4}")
PLACES = Decimal("0.01")


def read_place(text):
    """Return (x, y) of what a script posts, such as “at 34.5 12.25”; None where it is nothing of the kind."""
    at, *numbers = text.split(" ")
    if at != "at" or len(numbers) != 2 or not all(map(NUMBER.fullmatch, numbers)):
        return None
    x, y = map(Decimal, numbers)
    return (_tidy(x), _tidy(y)) if max(x, y) <= 100 else None


def write_place(x, y):
    return f"at {x} {y}"


def read_click(posted, name):
    """Return (x, y) of the click that a browser without script posts, or None.

    The name of the field says how large the picture was on screen: `<name>-<width>x<height>.x`. A button that is
    pressed without pointing, as with a keyboard, posts 0 and 0, which is no place.
    """
    field = re.compile(re.escape(name) + r"-([1-9][0-9]{0,3})x([1-9][0-9]{0,3})\.x")
    for key in posted:
        found = field.fullmatch(key)
        at = [posted.get(f"{key[:-1]}{axis}", "") for axis in "xy"]
        if found and all(map(PIXELS.fullmatch, at)) and at != ["0", "0"]:
            return tuple(
                _per_cent(int(pixels), int(size)) for pixels, size in zip(at, found.groups(), strict=True)
            )
    return None


def _per_cent(pixels, size):
    share = Fraction(100 * min(max(pixels, 0), size), size)
    return _tidy(Decimal(share.numerator) / Decimal(share.denominator))


def _tidy(number):
    """Return one and the same text for 5, 5.0 and 5.000."""
    return format(number.quantize(PLACES).normalize(), "f")
