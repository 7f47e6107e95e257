"""GIFT: Moodle's format for questions that are typed as plain text."""

from .reading import looks_like, read
from .writing import write

NAME = "gift"
LABEL = "GIFT"
ENDING = "gift"

__all__ = ["ENDING", "LABEL", "NAME", "looks_like", "read", "write"]
