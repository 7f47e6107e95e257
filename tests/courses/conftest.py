"""The cast of this room."""

from .cast import (
    course,
    front,
    in_language,
    languages,
    learner,
    lesson,
    module,
    other_course,
    quiz,
    seat,
    second_lesson,
    stranger,
    subject,
    teacher,
    whole_course_in,
)

__all__ = [
    "course",
    "front",
    "in_language",
    "languages",
    "learner",
    "lesson",
    "module",
    "other_course",
    "quiz",
    "seat",
    "second_lesson",
    "stranger",
    "subject",
    "teacher",
    "whole_course_in",
]
