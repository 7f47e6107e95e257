"""How people write numbers, in Kazakh, Russian and English.

Comma or point, groups of three, spaces of every width, long minus signs, 1e3 (also with a
Cyrillic е), 1.5x10^3, 1,5·10³. A single comma or point is a decimal one, as in Moodle:
"1,500" is one and a half, in whatever language, and the learner is shown so.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from languages.folding import KAZAKH_DIGIT_ROW, tidy

LARGEST_POWER = 300  # of ten; what is beyond is taken for no number, and costs nothing to refuse
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
RAISED_TEN = re.compile(r"(?<=10)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
TIMES_TEN_TO_THE = re.compile(r" ?[xXхХ×*·⋅] ?10 ?(?:\^|\*\*) ?(?=[+-]?\d)")
TEN_TO_THE = re.compile(r"(?<![\d.,])(?<![\d.,] )10 ?(?:\^|\*\*) ?(?=[+-]?\d)")
NUMBER = re.compile(
    r"(?P<before>[^\d.,+-]*)"
    r"(?P<sign>[+-]?) ?"
    r"(?P<digits>(?:\d[\d ]*)?(?:[.,]\d[\d ]*)*)"
    r"(?: ?[eEеЕ] ?(?P<power>[+-]?\d+))?"
    r"(?P<after>.*)"
)
# Comma and point are keys of that row, too: here they stay what they look like, and the learner is shown so.
DIGIT_KEYS = {ord(key): digit for key, digit in KAZAKH_DIGIT_ROW.items() if key not in ",."}
DIGITS_ONLY = re.compile(r"[\d.,+ -]+")
IN_GROUPS = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")


@dataclass(frozen=True)
class Reading:
    """A number as it was read, and what stands before or after it, such as a unit."""

    number: Decimal
    beside: str = ""


def read_number(text):
    """Return the `Reading` of a typed text, or None where it holds no number. Exact; linear in its length."""
    match = NUMBER.fullmatch(_with_e(tidy(text)))
    if match is None:
        return None
    digits, power = _plain_digits(match["digits"].replace(" ", "")), match["power"] or "0"
    if not digits or not _is_bounded(power):
        return None
    beside = " ".join(filter(None, (match["before"].strip(), match["after"].strip())))
    return Reading(Decimal(f"{match['sign']}{digits}e{power}"), beside)


def on_digit_keys(text):
    """Return the digits whose keys were pressed while the Kazakh layout was on, or "" where that cannot be meant.

    Only for what is no number: “5 ә” may be a number with a unit.
    """
    text = tidy(text).casefold()
    digits = text.translate(DIGIT_KEYS)
    has_letters = any(character.isalpha() for character in text)
    return digits if has_letters and DIGITS_ONLY.fullmatch(digits) else ""


def plain(number):
    """Return a Decimal as digits, with a point where it has a fraction, every digit kept."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _with_e(text):
    """Write powers of ten as the computer does: 1.5x10^3 and 1,5·10³ are 1.5e3."""
    text = RAISED_TEN.sub(lambda raised: "^" + raised[0].translate(RAISED), text)
    return TEN_TO_THE.sub("1e", TIMES_TEN_TO_THE.sub("e", text))


def _plain_digits(digits):
    """Return digits with a decimal point at most; "" where separators stand in no order of ours (12.05.2024)."""
    separators = re.findall("[.,]", digits)
    if len(separators) <= 1:
        return digits.replace(",", ".")
    whole, _, rest = (digits, "", "") if len(set(separators)) == 1 else digits.rpartition(separators[-1])
    return f"{re.sub('[.,]', '', whole)}.{rest}" if IN_GROUPS.fullmatch(whole) else ""


def _is_bounded(power):
    return len(power) <= 4 and abs(int(power)) <= LARGEST_POWER
