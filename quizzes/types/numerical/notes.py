"""What a learner is told about how a number was read. The words are chosen when they are shown."""

from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext as _


def _when_shown(words):
    return lazy(words, str)


@_when_shown
def we_read(reading):
    return _("We read: %(number)s") % {"number": f"{_shown(reading)} {reading.beside}".strip()}


@_when_shown
def no_number():
    return _("We could not read this as a number. Write it in digits, for example 12.5.")


@_when_shown
def no_unit():
    return _("Write the unit, too.")


@_when_shown
def unknown_unit(reading):
    words = _("We read the number %(number)s, but not what stands beside it: “%(beside)s”.")
    return words % {"number": _shown(reading), "beside": reading.beside}


def _shown(reading):
    return number_format(reading.number, force_grouping=True)
