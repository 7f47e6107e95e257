"""Small numbers as words: a language may say “seven of ten” where another writes 7 of 10."""

import re

SPELLED = {
    "ru": {
        0: "нол|нул|ни од|никто|никак|нет|без ",
        1: "один|одн|перв|раз",
        2: "два|две|двух|двум|двое|дву|втор|оба|обе|пар",
        3: "три|трёх|трех|трем|трое|трет",
        4: "четыр|четвер|четвёр",
        5: "пят",
        6: "шест",
        7: "сем",
        8: "восем|восьм",
        9: "девят",
        10: "десят",
        11: "одиннадцат",
        12: "двенадцат",
    },
    "kk": {
        0: "нөл|жоқ|ешкім|еш",
        1: "бір|алғаш",
        2: "екі|жұп|қос",
        3: "үш",
        4: "төрт",
        5: "бес",
        6: "алты",
        7: "жеті",
        8: "сегіз",
        9: "тоғыз",
        10: "он",
        11: "он бір",
        12: "он екі",
    },
    "en": {
        0: "zero|no|none|nobody|never|without",
        1: "one|once|first|an?",
        2: "two|twice|second|both|pair",
        3: "three|third",
        4: "four",
        5: "five|fifth",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine|ninth",
        10: "ten",
        11: "eleven",
        12: "twel",
    },
}


def is_spelled(number, words, language):
    """Say whether a number stands in a text as a word that begins as one of its names."""
    beginnings = SPELLED.get(language, {}).get(int(number)) if number == int(number) else None
    return bool(beginnings and re.search(rf"\b(?:{beginnings})", words, re.IGNORECASE))
