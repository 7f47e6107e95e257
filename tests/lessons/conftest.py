"""The small site of the quiz engine's tests serves the lessons' as well."""

from tests.quizzes.conftest import front, kazakh, learner, lesson, publish, quiz, russian, signed_in

__all__ = ["front", "kazakh", "learner", "lesson", "publish", "quiz", "russian", "signed_in"]
