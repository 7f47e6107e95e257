"""How a place in a picture is marked. Places and areas are in per cent of the picture, and exact; edges belong to it.

An area is {"shape", "x", "y", "width", "height", "right"}, its numbers as text: the corner at the top left and the
size of a box. A rectangle fills its box, a circle touches its four sides (in a box that is not a square it is an
ellipse). Where areas overlap the first counts, so that a small one can lie upon a large one.
"""

from decimal import Decimal
from fractions import Fraction

RECTANGLE, CIRCLE = "rectangle", "circle"


def fraction_of(area):
    """Return 1 for a right area, 0 for a wrong one and for None: a place that lies in no area."""
    return Decimal(area is not None and bool(area["right"]))


def area_at(x, y, areas):
    """Return the first of `areas` that holds the place, or None."""
    return next((area for area in areas if holds(area, Fraction(x), Fraction(y))), None)


def holds(area, x, y):
    """Tell whether the place lies in the area or on its edge."""
    left, top, width, height = (Fraction(area[name]) for name in ("x", "y", "width", "height"))
    if not (left <= x <= left + width and top <= y <= top + height):
        return False
    if area["shape"] == RECTANGLE:
        return True
    across, down = 2 * (x - left) - width, 2 * (y - top) - height  # twice the way from the middle
    return (across * height) ** 2 + (down * width) ** 2 <= (width * height) ** 2
