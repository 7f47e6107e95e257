"""Single choice: one of several options."""

from .type import SingleChoice

__all__ = ["SingleChoice"]
