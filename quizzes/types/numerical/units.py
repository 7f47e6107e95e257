"""Which unit stands beside a number."""

import unicodedata

from languages.folding import fold, same

TENGE = ("₸", "тг", "теңге", "тенге", "tenge", "kzt")
SIGNS = ("%", *TENGE)  # may stand beside a number wherever a question says nothing about units


def factor_of(beside, units, *, language):
    """Return the factor of the unit that `beside` spells, as text, or None where it spells none.

    `units` are [(factor, spellings)]. Capitals decide where they can (МВт and мВт), and are
    forgiven where they cannot.
    """
    for case_sensitive in (True, False):
        for factor, spellings in units:
            if any(_is_spelt(beside, one, language, case_sensitive) for one in spellings):
                return factor
    return None


def is_sign(beside):
    """Tell whether `beside` is a percent sign or names the tenge."""
    return _folded(beside) in SIGNS


def _is_spelt(beside, spelling, language, case_sensitive):
    if _folded(spelling) in TENGE:
        return _folded(beside) in TENGE
    return bool(same(_close(beside), _close(spelling), language=language, case_sensitive=case_sensitive))


def _close(text):
    """Return a unit without spaces and raised digits: км / ч is км/ч, м² is м2."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _folded(text):
    return fold(_close(text))
