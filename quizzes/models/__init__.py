"""One door to the models of the quiz engine."""

from .attempts import Attempt, EarlierAnswer, MarkChange, Response
from .pages import QuizMixin, QuizPage
from .stamp import Stamp
from .versions import ItemVersion, ItemWording, PublishedQuiz, QuizVersion

__all__ = [
    "Attempt",
    "EarlierAnswer",
    "ItemVersion",
    "ItemWording",
    "MarkChange",
    "PublishedQuiz",
    "QuizMixin",
    "QuizPage",
    "QuizVersion",
    "Response",
    "Stamp",
]
