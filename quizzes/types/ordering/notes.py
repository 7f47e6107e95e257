"""What a learner is told about an order. The words are chosen when they are shown."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .marking import LONGEST_RUN


def _in_place(right, total):
    words = ngettext(
        "%(right)s of %(total)s steps stands in its place.",
        "%(right)s of %(total)s steps stand in their places.",
        right,
    )
    return words % {"right": right, "total": total}


def _in_a_run(right, total):
    words = ngettext(
        "%(right)s of %(total)s steps follows in the right order.",
        "%(right)s of %(total)s steps follow each other in the right order.",
        right,
    )
    return words % {"right": right, "total": total}


def how_far(right, total, grading):
    """Say how much of the order is right, in the way in which it is marked."""
    return lazy(_in_a_run if grading == LONGEST_RUN else _in_place, str)(right, total)


def _place(number):
    return _("Place %(number)s") % {"number": number}


place_of = lazy(_place, str)
