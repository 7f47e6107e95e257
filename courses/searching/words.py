"""A text as the words that a search compares. Pure functions."""

import re

from languages.folding import fold_for_search

LONGEST_QUERY = 100  # characters
MOST_WORDS = 8
WORD = re.compile(r"[^\W_]+")


def words_in(text):
    """Return the folded words of a text, in order."""
    return WORD.findall(fold_for_search(text))


def words_asked(query):
    """Return the words of a query, each once. Single letters count only where there is nothing else."""
    words = list(dict.fromkeys(words_in(query[:LONGEST_QUERY])))
    return ([word for word in words if len(word) > 1] or words)[:MOST_WORDS]


def as_kept(text):
    """Return the words of a text as `SearchEntry` keeps them, each once, or "" if there are none."""
    words = dict.fromkeys(words_in(text))
    return f" {' '.join(words)} " if words else ""


def as_beginning(word):
    """Return what finds every kept word that begins with this one."""
    return f" {word}"
