"""axe finds no barrier on any page, in any state, language, colour and size.

Each walk of `make shots` is walked in each language, and each place looked at in one colour and one
size, so chosen that any two of place, language, colour and size meet. The walks through a lab are walked
in one language each, for their pages are many and much alike. `make axe` looks at all together.
"""

import os
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.shots.lab_walks import LAB_WALKS, at_the_door, codes, desk, family, handing_over, own_things
from tests.shots.looks import NARROW, WIDE, ZOOMED
from tests.shots.walks import WALKS, Seat, teacher

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
LAB_TURNS = [(walk, LANGUAGES[number % 3]) for number, walk in enumerate(LAB_WALKS)]
TURNS = [*product(WALKS, LANGUAGES), *(product(LAB_WALKS, LANGUAGES) if EVERYTHING else LAB_TURNS)]
# Where everything that is pressed is large enough for a hand that trembles.
FOR_EVERY_HAND = [at_the_door, handing_over, family, own_things, codes]
# A link within a sentence is as high as its line, and a small circle is pressed by the words beside it.
HARD_TO_PRESS = """() => Array.from(document.querySelectorAll("main :is(a, button, input, select, textarea, summary)"))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.type !== "hidden")
    .filter((one) => getComputedStyle(one).display !== "inline"
        || one.parentElement.textContent.trim() === one.textContent.trim())
    .map((one) => ["checkbox", "radio"].includes(one.type) ? one.labels[0] ?? one : one)
    .filter((one) => one.getBoundingClientRect().width < 43.9 || one.getBoundingClientRect().height < 43.9)
    .map((one) => one.outerHTML.slice(0, 200))"""
# Where a page is enlarged to 400 % there is room for a few lines. What is read or reached there with the Tab key comes
# into view, and nothing that stays on the screen covers it; a warning that covers all is looked at by itself.
OUT_OF_SIGHT = """() => {
    const shown = document.querySelector(".hand-over") ?? document.body;
    const isCovered = (one) => {
        const box = Array.from(one.getClientRects()).find((each) => each.width > 1 && each.height > 1);
        if (!box) return false;
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (left >= right || top >= bottom) return true;
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !(one.contains(there) || there?.contains(one) || there?.closest("label")?.control === one);
    };
    const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const reached = ":is(a[href], button, input, select, textarea, summary):not([type=hidden], [tabindex='-1'])";
    const hidden = [];
    for (const one of shown.querySelectorAll(reached)) {
        one.focus();
        if (isSeen(one) && document.activeElement === one && isCovered(one)) hidden.push(one);
    }
    for (const one of shown.querySelectorAll("h1, h2, h3, p, label, output, .button")) {
        one.scrollIntoView({ block: "start" });
        const isCutOff = one.getBoundingClientRect().top < -1;
        one.scrollIntoView({ block: "center" });
        if (isSeen(one) && (isCutOff || isCovered(one))) hidden.push(one);
    }
    document.activeElement.blur();
    scrollTo(0, 0);
    return hidden.map((one) => one.outerHTML.slice(0, 200));
}"""
# Wagtail's buttons change their colour little by little, and axe would see one in between.
AT_ONCE = "() => document.getAnimations().filter((one) => one instanceof CSSTransition).forEach((one) => one.finish())"
TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


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
    page.wait_for_load_state()
    page.emulate_media(reduced_motion="reduce", **colour)
    page.set_viewport_size(viewport)
    page.evaluate("percent => document.documentElement.style.fontSize = percent", percent)
    page.evaluate(AT_ONCE)


def out_of_hand(page):
    """Return what of a narrow page is hard to press or to be found only by scrolling sideways."""
    look(page, COLOURS[0], SIZES[1])
    return page.evaluate(HARD_TO_PRESS) + ["the page itself"] * page.evaluate(TOO_WIDE)


def out_of_sight(page):
    """Return what of a page at 400 % cannot be brought into view, or only by scrolling sideways."""
    look(page, COLOURS[0], (ZOOMED, "112.5%"))
    return page.evaluate(OUT_OF_SIGHT) + ["the page itself"] * page.evaluate(TOO_WIDE)


@pytest.mark.parametrize(
    ("walk", "language"), TURNS, ids=[f"{walk.__name__}-{language}" for walk, language in TURNS]
)
def test_no_place_on_a_walk_has_a_barrier(school, visitor, walk, language):
    seated = visitor()
    seat = Seat(seated.page, school, language, f"{walk.__name__}-{language}")
    found = {}
    for number, place in enumerate(walk(seat)):
        for colour, size in ways_of_looking(number, LANGUAGES.index(language)):
            look(seat.page, colour, size)
            found[place, str(colour), size[1]] = barriers(seat.page)
        if walk in FOR_EVERY_HAND:
            found[place, "in the hand"] = out_of_hand(seat.page)
        if walk not in (desk, teacher):  # Wagtail's own frame is not made for it
            found[place, "at 400 %"] = out_of_sight(seat.page)
        look(seat.page, COLOURS[0], (WIDE, ""))
    forgive_the_network(seated)  # some of these pages are errors on purpose
    assert not {where: what for where, what in found.items() if what}
