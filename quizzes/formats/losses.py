"""What a question may have beside its words and its key, and what is told where a format has no place for it."""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .pictures import pictures_in


def _any(name, of="options"):
    return lambda value: any(one.get(name) for one in value.get(of) or [])


def _is(name):
    return lambda value: bool(value.get(name))


def _weighs(value):
    points = value.get("points")
    return points not in (None, "") and Decimal(points) != 1


# {what it is: (whether a question has it, what is told)}
EXTRAS = {
    "pictures": (lambda value: any(pictures_in(value)), _("Pictures are not kept.")),
    "points": (_weighs, _("Points are not kept.")),
    "hints": (_is("hints"), _("Hints are not kept.")),
    "tags": (_is("tags"), _("Labels are not kept.")),
    "difficulty": (_is("difficulty"), _("How hard it is is not kept.")),
    "case_sensitive": (_is("case_sensitive"), _("The rule for capital letters is not kept.")),
    "strict_spelling": (_is("strict_spelling"), _("The rule for exact spelling is not kept.")),
    "keep_last": (_any("keep_last"), _("Which option stays at the end is not kept.")),
    "is_none_of_these": (_any("is_none_of_these"), _("The rule for “none of these” is not kept.")),
}


def name_of_its_own(name, stem):
    """Return what is to be told of a question's name: nothing of one that is the beginning of its words, or ""."""
    name = " ".join(name.split())
    is_its_own = name and not " ".join(stem.split()).startswith(name)
    return gettext("The name “%(name)s” is not kept.") % {"name": name[:80]} if is_its_own else ""


def untold(value, kept=()):
    """Yield what is to be told of a question's values in a format that keeps of the extras only those `kept`."""
    for name, (is_there, message) in EXTRAS.items():
        if name not in kept and is_there(value):
            yield str(message)
