"""What all formats share: a question as plain values, and what is to be told about a file."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

MOST_QUESTIONS = 1000  # in one file; a flood of tiny ones takes all the memory there is
MOST_ANSWERS = 200  # of one question
MOST_CHARACTERS = 10_000  # of one text; what takes markup apart is slow with a flood


@dataclass(frozen=True)
class Question:
    """One question. `type` names its type; `value` holds the fields of that type's block.

    Lists in `value` are plain lists of dicts, without ids. `line` is where it begins in the file, from 1.
    """

    type: str
    value: dict
    line: int = 0

    @property
    def stem(self):
        return self.value.get("stem", "")


@dataclass(frozen=True)
class Trouble:
    """What could not be kept of a question, or why it was left out (`is_left_out`). Said in words; `line` from 1."""

    line: int
    message: str
    is_left_out: bool = True


@dataclass
class Reading:
    """What a file holds: questions that can be kept, and what is to be told. What is lost is told once a line."""

    questions: list = field(default_factory=list)
    troubles: list = field(default_factory=list)
    seen: int = 0

    def see(self, amount=1):
        """Count what may be questions. Raises NotAQuestionFile where there are more than anybody sends."""
        self.seen += amount
        if self.seen > MOST_QUESTIONS:
            message = _("There are more than %(most)s questions in the file. Divide it.")
            raise NotAQuestionFile(message % {"most": MOST_QUESTIONS})

    def leave_out(self, line, message):
        self.troubles.append(Trouble(line, message))

    def lose(self, line, message):
        trouble = Trouble(line, message, is_left_out=False)
        if trouble not in self._told:
            self._told.add(trouble)
            self.troubles.append(trouble)

    def __post_init__(self):
        self._told = set()


@dataclass
class Writing:
    """What a file is to hold, and what could not be said in its format."""

    text: str = ""
    troubles: list = field(default_factory=list)


class NotAQuestionFile(Exception):
    """Nothing in the file can be a question. The message is for whoever chose it."""


class LeftOut(Exception):
    """This question cannot be kept. The message says why."""


def limit(count, text=""):
    """Raise LeftOut for more answers, or a longer text, than any honest question has."""
    if count > MOST_ANSWERS:
        raise LeftOut(_("It has too many answers."))
    if len(text) > MOST_CHARACTERS:
        raise LeftOut(_("A text in it is too long."))
