"""Typing lines on the keyboard of their language, with the next key shown."""

from .block import KeyboardTrainerBlock

__all__ = ["KeyboardTrainerBlock"]
