"""Course files that a person can read, brought into the site as often as one likes.

A source page enters as a page, its other languages as wagtail-localize's translated
strings. What a teacher has changed in the site since the last time stays as it is.
"""

from .errors import ContentError, ContentErrors
from .loader import is_loaded, load
from .locking import one_load
from .report import Report

__all__ = ["ContentError", "ContentErrors", "Report", "is_loaded", "load", "one_load"]
