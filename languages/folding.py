"""What counts as the same typed answer in Kazakh, Russian and English.

Pure functions of plain strings; every one is linear in the length of its text,
because the text is whatever a browser sent.
"""

import re
import unicodedata

QUOTES = dict.fromkeys("«»„“”‟‹›″＂", '"') | dict.fromkeys("‘’‚‛`´′ʼʹ＇", "'")
DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, zero-width characters
TIDY = str.maketrans(QUOTES | DASHES | UNSEEN)
FINAL_PUNCTUATION = ".,;:!?… "

# By shape, so capitals and small letters differ: Latin H looks like Н, h like the Kazakh һ. The small b
# looks like no letter that people mistake it for; it comes from a capital B made small on the way.
LOOK_ALIKES = str.maketrans(
    "ABCEHIKMOPTXYƏaceiopxyhkmtbəɵ",
    "АВСЕНІКМОРТХУӘасеіорхуһкмтвәө",
)
# In a whole answer nothing stands beside a letter to say which script it is of: Ctrl+С, OK. There small b is no в.
WHOLE_LOOK_ALIKES = {latin: letter for latin, letter in LOOK_ALIKES.items() if latin != ord("b")}
KAZAKH_TO_RUSSIAN_KEYS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
# What the keys 0 to 9 write while the Kazakh layout is on; people press the digit and do not look.
KAZAKH_DIGIT_ROW = {"қ": "0", '"': "1", "ә": "2", "і": "3", "ң": "4", "ғ": "5", ",": "6", ".": "7"}
KAZAKH_DIGIT_ROW |= {"ү": "8", "ұ": "9"}
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
SHORTEST_FOLDED_WORD = 4  # он and өн, қар and кар are different words; longer ones seldom clash
MOST_MARKS = 8  # on one letter; no language needs more


def tidy(text):
    """Return what was meant to be typed: one form of letters, spaces, quotes and dashes, no final full stop."""
    text = unicodedata.normalize("NFC", _without_piled_marks(text)).translate(TIDY)
    text = " ".join(text.split())
    return text.rstrip(FINAL_PUNCTUATION) or text


def fold(text, *, case_sensitive=False):
    """Return tidied text without what nobody sees: Latin letters in Cyrillic words, ё for е, capitals."""
    text = WORD.sub(_in_one_script, tidy(text)).replace("ё", "е").replace("Ё", "Е")
    return text if case_sensitive else unicodedata.normalize("NFC", text.casefold())


def fold_by_shape(text, *, case_sensitive=False):
    """As `fold`, with letters that look alike the same also where no other letter says which script they are of."""
    return fold(text.translate(WHOLE_LOOK_ALIKES), case_sensitive=case_sensitive)


def fold_kazakh(text):
    """Return the text as typed on a Russian keyboard, in words of four letters and more: көше → коше."""
    return WORD.sub(_on_russian_keys, text)


def fold_for_search(text):
    """Return the text as anything typed that means it would be folded, too: Қазақ and казак are one.

    Short words are folded as well: a beginning of two letters must find the long word.
    """
    return fold(text).translate(KAZAKH_TO_RUSSIAN_KEYS)


def same(typed, accepted, *, language, strict_spelling=False, case_sensitive=False):
    """Say whether a typed answer is the accepted spelling.

    Returns "exact" (full mark), "folded" (full mark, and show the right spelling: Kazakh typed without its
    own letters) or None. `language` is the code of the item's language as the learner reads it.
    """
    seen = [fold_by_shape(text, case_sensitive=case_sensitive) for text in (typed, accepted)]
    typed = fold(typed, case_sensitive=case_sensitive)
    accepted = fold(accepted, case_sensitive=case_sensitive)
    if typed == accepted or seen[0] == seen[1]:
        return "exact"
    if language == "kk" and not strict_spelling and fold_kazakh(typed) == fold_kazakh(accepted):
        return "folded"
    return None


def _in_one_script(match):
    word = match[0]
    return word.translate(LOOK_ALIKES) if CYRILLIC.search(word) else word


def _on_russian_keys(match):
    word = match[0]
    return word.translate(KAZAKH_TO_RUSSIAN_KEYS) if len(word) >= SHORTEST_FOLDED_WORD else word


def _without_piled_marks(text):
    """Drop the ninth and later mark on one letter: normalising a pile of them takes quadratic time."""
    if text.isascii() or len(text) <= MOST_MARKS:
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
