"""axe finds no barrier on any page, in any state, language, colour and size.

Each walk of `make shots` is walked in each language, and each place looked at in one colour and one
size, so chosen that any two of place, language, colour and size meet. `make axe` looks at all together.
"""

import os
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.shots.looks import NARROW, WIDE
from tests.shots.walks import WALKS, Seat

from .conftest import forgive_the_network

pytestmark = pytest.mark.browser

LANGUAGES = ["kk", "ru", "en"]
COLOURS = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]
SIZES = [(WIDE, "100%"), (NARROW, "100%"), (WIDE, "157.5%")]
EVERYTHING = os.environ.get("AXE") == "all"


def ways_of_looking(place, language):
    """Return the (colour, size) in which a place is looked at: its own in each language, or all."""
    if EVERYTHING:
        return list(product(COLOURS, SIZES))
    return [(COLOURS[(place + language) % 3], SIZES[(place + 2 * language) % 3])]


def barriers(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200], one["nodes"][0]["failureSummary"]) for one in found]


def look(page, colour, size):
    viewport, percent = size
    page.emulate_media(reduced_motion="reduce", **colour)
    page.set_viewport_size(viewport)
    page.evaluate("percent => document.documentElement.style.fontSize = percent", percent)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_no_place_on_a_walk_has_a_barrier(school, visitor, walk, language):
    seated = visitor()
    seat = Seat(seated.page, school, language, f"{walk.__name__}-{language}")
    found = {}
    for number, place in enumerate(walk(seat)):
        for colour, size in ways_of_looking(number, LANGUAGES.index(language)):
            look(seat.page, colour, size)
            found[place, str(colour), size[1]] = barriers(seat.page)
        look(seat.page, COLOURS[0], (WIDE, ""))
    forgive_the_network(seated)  # some of these pages are errors on purpose
    assert not {where: what for where, what in found.items() if what}
