"""Outlines of the areas, for the editor's preview."""

from fractions import Fraction

from .marking import CIRCLE


def outlines(areas):
    """Return what the template draws of each area, in per cent of the picture."""
    return [_outline(number, area) for number, area in enumerate(areas, 1)]


def _outline(number, area):
    x, y, width, height = (Fraction(area[name]) for name in ("x", "y", "width", "height"))
    middle = (x + width / 2, y + height / 2)
    if area["shape"] == CIRCLE:
        lengths = {"cx": middle[0], "cy": middle[1], "rx": width / 2, "ry": height / 2}
    else:
        lengths = {"x": x, "y": y, "width": width, "height": height}
    return {
        "number": number,
        "is_right": area["right"],
        "is_round": area["shape"] == CIRCLE,
        "lengths": [(name, _per_cent(length)) for name, length in lengths.items()],
        "x": _per_cent(middle[0]),
        "y": _per_cent(middle[1]),
    }


def _per_cent(length):
    return f"{float(length):g}%"
