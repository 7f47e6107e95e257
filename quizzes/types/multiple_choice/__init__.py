"""Multiple choice: any number of several options."""

from .type import MultipleChoice

__all__ = ["MultipleChoice"]
