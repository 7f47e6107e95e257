"""Typed text, as it is kept."""

import re

# PostgreSQL keeps no NUL in JSON, and nobody types the rest; tabs and line ends stay.
UNTYPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def as_typed(text):
    """Return typed text with one kind of line end and without what no keyboard types."""
    return UNTYPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
