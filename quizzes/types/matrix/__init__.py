"""Matrix: a table in which each row is given one of the columns."""

from .type import Matrix

__all__ = ["Matrix"]
