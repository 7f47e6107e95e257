"""Reading the numbers in a text, however a language writes them."""

import re
from decimal import Decimal

DATE = re.compile(r"\b(\d{1,2})\.\d{1,2}\.(\d{4})\b")  # its month is a word elsewhere
NUMBER = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d+)(?:[.,:]\d+)?")
THOUSANDS = re.compile(r"(?<=\d)\s?(?:тысяч\w*|тыс\.?|мың\w*|thousand)\b")
MILLIONS = re.compile(r"(?<=\d)\s?(?:миллион\w*|млн\.?|million)\b")
YEARS = re.compile(r"\b(\d\d)(\d\d)[–-](\d\d)\b(?!\d)")  # 2023–24
LIST_NUMBER = re.compile(r"^\s*\d+\.\s", re.MULTILINE)


def numbers_in(words):
    """Return the numbers of a text as a sorted list: 1,5 and 1.5 are the same, and so are 25 000 and 25,000."""
    words = DATE.sub(r"\1 ; \2", LIST_NUMBER.sub("", words))
    words = YEARS.sub(r"\1\2–\1\3", words)
    words = MILLIONS.sub("000000", THOUSANDS.sub("000", words))
    return sorted(as_number(found) for found in NUMBER.findall(words))


def as_number(written):
    whole, decimals = _divided(re.sub("[ \u00a0\u202f]", "", written))
    return Decimal(f"{whole.replace(',', '')}.{decimals or 0}").normalize()


def _divided(written):
    """Return (whole, decimals): a comma before three digits divides thousands, in English."""
    if re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+", written):
        return written, ""
    whole, _sign, decimals = re.fullmatch(r"([\d,]*?\d)(?:([.,:])(\d+))?", written).groups()
    return whole, decimals


def number_of(cell):
    """Return the number that a cell of a table is, or None where it is something else."""
    cell = re.sub(r"\s*(?:%|₸|тг|тенге|теңге|tenge)\s*$", "", cell.strip()).replace("−", "-")
    sign = -1 if cell.startswith("-") else 1
    cell = cell.lstrip("-+ ")
    return sign * as_number(cell) if NUMBER.fullmatch(cell) else None
