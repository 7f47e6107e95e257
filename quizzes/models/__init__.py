"""One door to the models of the quiz engine."""

from .allowances import Allowance, Outage
from .attempts import Attempt, EarlierAnswer, Response
from .clocks import ServerClock
from .files import HandedInFile
from .judgements import Judgement, Submission
from .kept_forms import KeptForm
from .pages import QuizMixin, QuizPage
from .regrades import MarkChange, Regrade
from .stamp import Stamp
from .versions import ItemVersion, ItemWording, PublishedQuiz, QuizVersion

__all__ = [
    "Allowance",
    "Attempt",
    "EarlierAnswer",
    "HandedInFile",
    "ItemVersion",
    "ItemWording",
    "Judgement",
    "KeptForm",
    "MarkChange",
    "Outage",
    "PublishedQuiz",
    "QuizMixin",
    "QuizPage",
    "QuizVersion",
    "Regrade",
    "Response",
    "ServerClock",
    "Stamp",
    "Submission",
]
