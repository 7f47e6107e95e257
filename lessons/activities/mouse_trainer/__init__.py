"""Pointing, clicking, dragging and scrolling, each a little harder than the one before."""

from .block import MouseTrainerBlock

__all__ = ["MouseTrainerBlock"]
