"""Kazakh and Russian words in plain Latin letters, for addresses that can be read, typed and printed."""

import re
import unicodedata

LETTERS = {
    "а": "a",
    "ә": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "ғ": "g",
    "д": "d",
    "е": "e",
    "ё": "yo",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "қ": "q",
    "л": "l",
    "м": "m",
    "н": "n",
    "ң": "ng",
    "о": "o",
    "ө": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ұ": "u",
    "ү": "u",
    "ф": "f",
    "х": "kh",
    "һ": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "і": "i",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
}
TABLE = str.maketrans(LETTERS)
LONGEST = 60  # characters; an address that fits on a board and in a text message


def to_ascii(text):
    """Return the text in lower-case Latin letters without accents; what has no Latin form is dropped."""
    latin = unicodedata.normalize("NFC", text).lower().translate(TABLE)
    return unicodedata.normalize("NFD", latin).encode("ascii", "ignore").decode()


def ascii_slug(text):
    """Return a slug: «Урок-1» → "urok-1", «Қаржы көшбасшысы» → "qarzhy-koshbasshysy", «!» → ""."""
    slug = re.sub(r"[^a-z0-9]+", "-", to_ascii(text)).strip("-")
    if len(slug) <= LONGEST:
        return slug
    whole_words = slug[: LONGEST + 1].rpartition("-")[0]
    return whole_words or slug[:LONGEST]
