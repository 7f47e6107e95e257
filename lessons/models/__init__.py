"""One door to the models of lessons."""

from .help_lines import HelpLine, HelpLines
from .lab import LabSettings
from .pages import LessonPage
from .records import ActivityRecord, LessonRecord

__all__ = ["ActivityRecord", "HelpLine", "HelpLines", "LabSettings", "LessonPage", "LessonRecord"]
