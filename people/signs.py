"""The pictures of the door: animals that stand beside names, and things that somebody's secret is made of."""

import secrets

from django.utils.translation import gettext_lazy as _

# The keys are kept with people and in digests of secrets: they never change.
ANIMALS = {
    "camel": _("camel"),
    "horse": _("horse"),
    "sheep": _("sheep"),
    "dog": _("dog"),
    "cat": _("cat"),
    "hen": _("hen"),
    "eagle": _("eagle"),
    "fish": _("fish"),
    "bee": _("bee"),
    "tortoise": _("tortoise"),
    "hedgehog": _("hedgehog"),
    "snail": _("snail"),
}
THINGS = {
    "sun": _("sun"),
    "moon": _("moon"),
    "star": _("star"),
    "flower": _("flower"),
    "tree": _("tree"),
    "house": _("house"),
    "ball": _("ball"),
    "apple": _("apple"),
    "cup": _("cup"),
    "key": _("key"),
    "boat": _("boat"),
    "bell": _("bell"),
}
CHOSEN = 3


def read_pictures(chosen) -> list[str]:
    """Return the things among what was sent, at most three of them, in the order in which they were chosen."""
    return [thing for thing in chosen if thing in THINGS][:CHOSEN]


def deal(taken) -> str:
    """Return an animal that is not among `taken`, or "" where none is left: a letter tells more than a second camel."""
    return next((animal for animal in ANIMALS if animal not in taken), "")


def make_pictures() -> list[str]:
    """Return three different things by chance."""
    return secrets.SystemRandom().sample(sorted(THINGS), CHOSEN)
