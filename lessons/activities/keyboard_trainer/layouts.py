"""The keyboards of the lab: what is printed on the keys, row by row, and which of them a line is typed on.

Kazakh is the standard RST KazSSR 903-90, as Windows and Linux have it: the Kazakh letters sit on the row of digits,
and digits on the number pad only.
"""

import re
import unicodedata
from dataclasses import dataclass

KAZAKH = "әіңғүұқөһ"
TYPED_AS = str.maketrans(
    {"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "—": "-", "–": "-", "…": "...", "\xa0": " "}
)


@dataclass(frozen=True)
class Layout:
    plain: tuple
    """Four rows of characters, from the row of digits down."""
    shifted: tuple
    """The same keys with Shift."""

    @property
    def characters(self):
        return set("".join(self.plain + self.shifted) + " 0123456789")


LAYOUTS = {
    "kk": Layout(
        ('("әіңғ,.үұқөһ', "йцукенгшщзхъ\\", "фывапролджэ", "ячсмитьбю№"),
        (")!ӘІҢҒ;:ҮҰҚӨҺ", "ЙЦУКЕНГШЩЗХЪ/", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ?"),
    ),
    "ru": Layout(
        ("ё1234567890-=", "йцукенгшщзхъ\\", "фывапролджэ", "ячсмитьбю."),
        ('Ё!"№;%:?*()_+', "ЙЦУКЕНГШЩЗХЪ/", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ,"),
    ),
    "en": Layout(
        ("`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"),
        ("~!@#$%^&*()_+", "QWERTYUIOP{}|", 'ASDFGHJKL:"', "ZXCVBNM<>?"),
    ),
}


def layout_of(line, language):
    """Return which keyboard a line is typed on; `language` is the page's and decides where the letters do not."""
    letters = line.casefold()
    if any(letter in KAZAKH for letter in letters):
        return "kk"
    if re.search("[a-z]", letters):
        return "en"
    if re.search("[ёъыэщ]", letters) or not re.search("[а-я]", letters):
        return "ru"  # digits alone, too: on the Kazakh keyboard they are letters
    return "kk" if language == "kk" else "ru"


def typable(line, layout):
    """Return the line as it can be typed: plain quotes and dashes, and no sign that has no key."""
    plain = unicodedata.normalize("NFC", line).translate(TYPED_AS)
    return " ".join("".join(sign for sign in plain if sign in LAYOUTS[layout].characters).split())
