"""Ordering: steps to be put in order."""

from .type import Ordering

__all__ = ["Ordering"]
