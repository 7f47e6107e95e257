"""Reflection: read like an open text, `{"text": what was written}`, kept for the learner and never marked."""

from quizzes.types.base import MarkedBy
from quizzes.types.open_text import OpenText

from .block import ReflectionBlock


class Reflection(OpenText):
    name = "reflection"
    block = ReflectionBlock
    template = "quizzes/types/reflection.html"
    marked_by = MarkedBy.NOBODY

    def why_not_yet(self, rules, answer):
        return ""

    def find_warnings(self, item):
        return []
