"""Gaps: words that are missing in a text, to be typed, chosen or dragged."""

from .type import Gaps

__all__ = ["Gaps"]
