"""Hotspot: a place in a picture."""

from .type import Hotspot

__all__ = ["Hotspot"]
