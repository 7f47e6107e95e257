"""Hand-in: a photo or a document that a teacher looks at and marks. Children show their work instead."""

from .type import HandIn

__all__ = ["HandIn"]
