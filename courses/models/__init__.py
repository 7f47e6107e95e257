"""One door to the models of courses."""

from .enrolments import Enrolment
from .loaded import LoadedContent
from .pages import CourseIndexPage, CoursePage, ModulePage, SubjectPage
from .search import SearchEntry
from .sources import SourcesPage

__all__ = [
    "CourseIndexPage",
    "CoursePage",
    "Enrolment",
    "LoadedContent",
    "ModulePage",
    "SearchEntry",
    "SourcesPage",
    "SubjectPage",
]
