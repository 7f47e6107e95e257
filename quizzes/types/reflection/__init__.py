"""Reflection: the learner's own thoughts, which nobody marks."""

from .type import Reflection

__all__ = ["Reflection"]
