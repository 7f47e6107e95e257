"""One door to the models of lessons."""

from .pages import LessonPage
from .records import LessonRecord

__all__ = ["LessonPage", "LessonRecord"]
