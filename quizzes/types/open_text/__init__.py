"""Open text: a few sentences to a page, marked by a teacher."""

from .type import OpenText

__all__ = ["OpenText"]
