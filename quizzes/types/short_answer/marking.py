"""How a typed answer is matched: by the rules of quiz-matching, then more kindly by the language's."""

import re

from languages.folding import same, tidy


def matches(typed, spelling, *, language, case_sensitive=False, strict_spelling=False):
    """Return "exact", "folded" (right, but spelt otherwise) or None.

    An unescaped `*` stands for any run of characters, `\\*` for a star. A spelling with a
    star is compared letter by letter; one without it also by the language's kinder rules.
    """
    if re.search(r"(?<!\\)\*", spelling):
        return "exact" if _fits(typed, spelling, case_sensitive) else None
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


def _fits(typed, spelling, case_sensitive):
    """Compare with stars, piece by piece: no pattern is built, so no answer can make it slow."""
    typed, spelling = (tidy(text) if case_sensitive else tidy(text).casefold() for text in (typed, spelling))
    first, *middle, last = (piece.replace(r"\*", "*") for piece in re.split(r"(?<!\\)\*", spelling))
    if len(typed) < len(first) + len(last) or not (typed.startswith(first) and typed.endswith(last)):
        return False
    position, end = len(first), len(typed) - len(last)
    for piece in middle:
        found = typed.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return True
