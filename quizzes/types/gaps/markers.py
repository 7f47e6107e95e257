"""The places of gaps in a text: [1] is that of the first gap of the list, wherever in the text it stands."""

import re

MARKER = re.compile(r"\[([1-9]\d?)\]")


def numbers_in(text):
    """Return the numbers of the markers in a text, as they come."""
    return [int(number) for number in MARKER.findall(text)]


def has_the_same(text, other):
    """Tell whether two texts have the same markers, in whatever order."""
    return sorted(numbers_in(text)) == sorted(numbers_in(other))


def wrong_markers(text, count):
    """Return (missing, doubled, unknown) numbers of the markers in a text that has `count` gaps."""
    found, wanted = numbers_in(text), range(1, count + 1)
    doubled = sorted({number for number in found if found.count(number) > 1})
    return [number for number in wanted if number not in found], doubled, sorted(set(found) - set(wanted))


def lines_of(text, count):
    """Return the lines of a text, each a list of words (str) and of gaps (int, from 1 to `count`), without empty words.

    Every gap comes once: where a marker stands twice the second stays in the words, and gaps without a
    marker follow in a line of their own, so that a question can always be answered.
    """
    left = set(range(1, count + 1))
    lines = [_pieces(line, left) for line in text.splitlines() if line.strip()]
    return lines + ([sorted(left)] if left else [])


def _pieces(line, left):
    """Cut one line at its gaps; those found are taken out of `left`."""
    pieces, start = [], 0
    for marker in MARKER.finditer(line):
        number = int(marker[1])
        if number in left:
            left.remove(number)
            pieces += [line[start : marker.start()], number]
            start = marker.end()
    return [piece for piece in [*pieces, line[start:]] if piece]
