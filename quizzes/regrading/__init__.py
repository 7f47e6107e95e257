"""Regrading: finished tests are marked again, on purpose, with a before and an after and a way to look at it first."""

from .applying import regrade
from .changes import changes_for
from .rules import ByKey, ForEverybody

__all__ = ["ByKey", "ForEverybody", "changes_for", "regrade"]
