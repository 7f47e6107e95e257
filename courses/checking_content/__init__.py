"""Checking the course files as a careful editor would: words, numbers, reasons, pictures, dates.

`find(folder)` runs every rule; one file in `rules/` is one rule, a function that yields findings.
"""

from .content import Content
from .finding import Finding
from .rules import RULES
from .rules.whole import find_mistakes

__all__ = ["RULES", "Content", "Finding", "find"]


def find(folder, *, today=None):
    """Return every finding in a folder of course files, in the order of files and lines. Needs no database.

    Where files cannot be read at all, these mistakes are all there is to find.
    """
    mistakes = find_mistakes(folder)
    if mistakes:
        return mistakes
    content = Content(folder, today=today)
    found = {finding for rule in RULES for finding in rule(content)}
    return sorted(found, key=lambda one: (str(one.file), one.line, one.language, one.message))
