"""How a typed answer is matched: by the rules of quiz-matching, then more kindly by the language's."""

import re

from languages.folding import fold, fold_by_shape, fold_kazakh, same

STAR = re.compile(r"(?<!\\)\*")


def matches(typed, spelling, *, language, case_sensitive=False, strict_spelling=False):
    """Return "exact", "folded" (right, but spelt otherwise) or None.

    An unescaped `*` stands for any run of characters, `\\*` for a star. The language's kinder rules hold for
    what is written around a star as well, in words of which four letters and more are written out.
    """
    if STAR.search(spelling):
        seen = [fold_by_shape(text, case_sensitive=case_sensitive) for text in (typed, spelling)]
        typed, spelling = (fold(text, case_sensitive=case_sensitive) for text in (typed, spelling))
        if _fits(typed, spelling) or _fits(*seen):
            return "exact"
        is_kind = language == "kk" and not strict_spelling
        return "folded" if is_kind and _fits(fold_kazakh(typed), fold_kazakh(spelling)) else None
    return same(
        typed,
        spelling.replace(r"\*", "*"),
        language=language,
        strict_spelling=strict_spelling,
        case_sensitive=case_sensitive,
    )


def first_match(typed, lines, **how):
    """Return (how it matches, the spelling) for the first of the spellings that fits, or (None, ""). `how` as above."""
    for line in lines:
        found = matches(typed, line, **how)
        if found:
            return found, line
    return None, ""


def as_shown(spelling):
    """Return a spelling as a learner reads it: what a star left open is three dots."""
    return STAR.sub("…", spelling).replace(r"\*", "*")


def _fits(typed, spelling):
    """Compare with stars, piece by piece: no pattern is built, so no answer can make it slow."""
    first, *middle, last = (piece.replace(r"\*", "*") for piece in STAR.split(spelling))
    if len(typed) < len(first) + len(last) or not (typed.startswith(first) and typed.endswith(last)):
        return False
    position, end = len(first), len(typed) - len(last)
    for piece in middle:
        found = typed.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return True
