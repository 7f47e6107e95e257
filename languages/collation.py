"""The order in which people look for names: by alphabet, not by code point.

Code points put ә ғ қ ң ө ұ ү һ і after я, capitals before small letters and ё last.
"""

import unicodedata

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"  # 42 letters; all 33 of Russian are among them
LATIN = "abcdefghijklmnopqrstuvwxyz"
RANK = {letter: place for place, letter in enumerate(KAZAKH)} | {
    letter: place for place, letter in enumerate(LATIN)
}
SPACE, OTHER, DIGIT, FIRST_SCRIPT, SECOND_SCRIPT, REST = range(6)


def sort_key(text, language):
    """Return a key that sorts text as its readers expect, for `sorted(names, key=…)`.

    The reader's own script comes first. Capitals, accents and (but in Kazakh) ё against е decide only
    between words that are otherwise equal. Keys of one language compare with each other.
    """
    text = unicodedata.normalize("NFC", text).strip()
    letters = text.casefold()
    return [_place(character, language) for character in letters], letters, text


def _place(character, language):
    if character == "ё" and language != "kk":
        character = "е"
    if character not in RANK and character.isalpha():
        character = unicodedata.normalize("NFD", character)[0]  # é sorts as e; й is a letter by itself
    if character in RANK:
        return _script(character, language), RANK[character]
    return _kind(character), ord(character)


def _script(character, language):
    return FIRST_SCRIPT if (character in LATIN) == (language == "en") else SECOND_SCRIPT


def _kind(character):
    if character.isspace():
        return SPACE
    if character.isdigit():
        return DIGIT
    return REST if character.isalpha() else OTHER
