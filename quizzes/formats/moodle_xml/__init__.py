"""Moodle XML: what Moodle's question bank exports and imports."""

from .reading import looks_like, read
from .writing import write

NAME = "moodle_xml"
LABEL = "Moodle XML"
ENDING = "xml"

__all__ = ["ENDING", "LABEL", "NAME", "looks_like", "read", "write"]
