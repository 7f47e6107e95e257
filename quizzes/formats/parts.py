"""What each option of a multiple choice earns: as it is marked here for a file, and as a file has it for here."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ..rounding import rounded
from ..types.multiple_choice.marking import shares_of

PLACES = 5  # of a part in percent, in the editor and in Moodle
UNSAID = {"percent": None, "is_none_of_these": False}


def parts_of(options):
    """Return the percent that marking gives to each option, also where its field is empty."""
    numbered = [{"id": number, **UNSAID, **option} for number, option in enumerate(options)]
    shares = shares_of(numbered).values()
    return [rounded(100 * Decimal(share.numerator) / share.denominator, PLACES) for share in shares]


def weighed(options, lose):
    """Return options that a file weighs, as the editor holds them; `lose` tells what that changes.

    Where no wrong one takes a part away, whoever ticks everything earns everything, which the editor refuses: an
    empty part is then an equal one.
    """
    wrong = [option for option in options if not option["is_key"]]
    if not wrong or any(Decimal(option["percent"]) for option in wrong):
        return options
    lose(_("Wrong answers took nothing away. Here each takes an equal part of the mark away."))
    return [option if option["is_key"] else option | {"percent": None} for option in options]
