"""Aiken: one question with options A, B, C and a line that names the right one."""

from .reading import looks_like, read
from .writing import write

NAME = "aiken"
LABEL = "Aiken"
ENDING = "txt"

__all__ = ["ENDING", "LABEL", "NAME", "looks_like", "read", "write"]
