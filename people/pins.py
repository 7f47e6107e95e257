"""PINs: which are good enough, how what was typed is read, and how a new one is made."""

import secrets

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from languages.folding import KAZAKH_DIGIT_ROW

LENGTH = 6
LENGTH_IN_THE_LAB = 4

_ROWS = ("01234567890", "09876543210")


def read_pin(typed: str) -> str:
    """Return the digits that somebody meant, without spaces; what is no PIN comes back as it is."""
    letters = "".join(typed.split()).casefold()
    digits = "".join(KAZAKH_DIGIT_ROW.get(letter, letter) for letter in letters)
    return digits if digits.isdecimal() and digits.isascii() else typed


def check_pin(pin: str, *, in_the_lab: bool) -> None:
    """Raise ValidationError, in plain words, for a PIN that is too short or that others would guess."""
    length = LENGTH_IN_THE_LAB if in_the_lab else LENGTH
    if not (pin.isdecimal() and pin.isascii()) or len(pin) != length:
        raise ValidationError(_("The PIN has %(length)d digits."), params={"length": length})
    if is_easily_guessed(pin):
        raise ValidationError(_("Others would guess this PIN quickly. Choose another one."))


def is_easily_guessed(pin: str) -> bool:
    """Say whether a PIN is a run of digits, one or two digits over and over, or reads as a date or a year."""
    return is_run(pin) or is_repeated(pin) or is_date(pin)


def is_run(pin: str) -> bool:
    return any(pin in row for row in _ROWS)


def is_repeated(pin: str) -> bool:
    """Say whether a PIN is 0000, 4747, 123123, 112233 or the like."""
    half = len(pin) // 2
    pairs = [pin[place : place + 2] for place in range(0, len(pin), 2)]
    return (
        len(set(pin)) == 1
        or len(set(pairs)) == 1
        or pin[:half] == pin[half:]
        or all(one[0] == one[-1] for one in pairs)
    )


def is_date(pin: str) -> bool:
    """Say whether a PIN reads as a year (1987), as a day (0501) or as a whole date of six digits (050187)."""
    pairs = [int(pin[place : place + 2]) for place in range(0, len(pin), 2)]
    if len(pin) == LENGTH_IN_THE_LAB:
        return 1920 <= int(pin) <= 2039 or is_day(*pairs) or is_day(*pairs[::-1])
    day, month, end = pairs
    return is_day(day, month) or is_day(end, month) or is_day(month, day)


def is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def make_pin(*, in_the_lab: bool) -> str:
    """Return a random PIN that `check_pin` accepts."""
    length = LENGTH_IN_THE_LAB if in_the_lab else LENGTH
    while True:
        pin = "".join(secrets.choice("0123456789") for _digit in range(length))
        if not is_easily_guessed(pin):
            return pin
