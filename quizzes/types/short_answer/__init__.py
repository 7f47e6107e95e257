"""Short answer: a few typed words."""

from .type import ShortAnswer

__all__ = ["ShortAnswer"]
