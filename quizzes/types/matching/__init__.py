"""Matching: what belongs to what."""

from .type import Matching

__all__ = ["Matching"]
