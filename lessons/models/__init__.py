"""One door to the models of lessons."""

from .lab import LabSettings
from .pages import LessonPage
from .records import ActivityRecord, LessonRecord

__all__ = ["ActivityRecord", "LabSettings", "LessonPage", "LessonRecord"]
