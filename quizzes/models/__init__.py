"""One door to the models of the quiz engine."""

from .attempts import Attempt, EarlierAnswer, MarkChange, Response
from .judgements import Judgement, Submission
from .pages import QuizMixin, QuizPage
from .stamp import Stamp
from .versions import ItemVersion, ItemWording, PublishedQuiz, QuizVersion

__all__ = [
    "Attempt",
    "EarlierAnswer",
    "ItemVersion",
    "ItemWording",
    "Judgement",
    "MarkChange",
    "PublishedQuiz",
    "QuizMixin",
    "QuizPage",
    "QuizVersion",
    "Response",
    "Stamp",
    "Submission",
]
