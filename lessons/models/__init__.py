"""One door to the models of lessons."""

from .lab import LabSettings
from .pages import LessonPage
from .records import LessonRecord

__all__ = ["LabSettings", "LessonPage", "LessonRecord"]
