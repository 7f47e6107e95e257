"""What all formats share: a question as plain values, and what is to be told about a file."""

from dataclasses import dataclass, field


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
    """What a file holds: questions that can be kept, and what is to be told."""

    questions: list = field(default_factory=list)
    troubles: list = field(default_factory=list)

    def leave_out(self, line, message):
        self.troubles.append(Trouble(line, message))

    def lose(self, line, message):
        self.troubles.append(Trouble(line, message, is_left_out=False))


@dataclass
class Writing:
    """What a file is to hold, and what could not be said in its format."""

    text: str = ""
    troubles: list = field(default_factory=list)


class NotAQuestionFile(Exception):
    """Nothing in the file can be a question. The message is for whoever chose it."""


class LeftOut(Exception):
    """This question cannot be kept. The message says why."""
