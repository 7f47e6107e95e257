"""True or false: one statement to judge."""

from .type import TrueFalse

__all__ = ["TrueFalse"]
