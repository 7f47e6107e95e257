"""Numerical: a number, with a unit where the question wants one."""

from .type import Numerical

__all__ = ["Numerical"]
