"""Learners against the steps of a course. Plain values: a page, a file or a gradebook shows them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from courses.path import Outline, Step, Stretch
from courses.progress import ICONS, WORDS, Progress, State, progress_of
from quizzes.rules import Rules
from quizzes.telling import shown_number, shown_result, telling_places

from .roster import Member


@dataclass(frozen=True)
class Heading:
    """A step at the head of its column, numbered within its module: 2.3."""

    number: str
    step: Step


@dataclass(frozen=True)
class Group:
    """A module over the columns of its steps."""

    number: int
    stretch: Stretch
    headings: list


@dataclass(frozen=True)
class Cell:
    """How far one learner is in one step. `percent` is the best result of a quiz, None without any."""

    state: State
    percent: Decimal | None = None
    rules: Rules | None = None

    @property
    def result(self):
        """The result in words; what is not enough does not look so."""
        if self.percent is None:
            return ""
        return shown_result(self.percent, self.rules.decimals, self.rules.pass_mark)

    @property
    def number(self):
        """The result as a number of percent, with the places that it is shown with."""
        if self.percent is None:
            return ""
        places = telling_places(self.percent, self.rules.decimals, self.rules.pass_mark)
        return shown_number(self.percent, places)

    @property
    def icon(self):
        return ICONS[self.state]

    @property
    def word(self):
        return WORDS[self.state]


@dataclass(frozen=True)
class Row:
    member: Member
    cells: list

    @property
    def done(self):
        return sum(cell.state == State.COMPLETED for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """The members of a course, in the order given, and each one's state in every step."""

    outline: Outline
    members: list

    @cached_property
    def groups(self):
        """The modules that have steps. One without any keeps its number, as on the course's page."""
        numbered = enumerate(self.outline.stretches, 1)
        return [
            Group(number, stretch, _headings(number, stretch))
            for number, stretch in numbered
            if stretch.steps
        ]

    @cached_property
    def headings(self):
        return [heading for group in self.groups for heading in group.headings]

    @cached_property
    def rows(self):
        """One row a member. Runs two queries for any number."""
        learners = [member.learner.pk for member in self.members]
        everybody = progress_of(self.outline.steps, learners) if learners else {}
        return [self._row(member, everybody.get(member.learner.pk, Progress())) for member in self.members]

    def _row(self, member, progress):
        keys = [heading.step.key for heading in self.headings]
        cells = [Cell(progress.state(key), progress.grades.get(key), progress.rules.get(key)) for key in keys]
        return Row(member, cells)


def _headings(number, stretch):
    return [Heading(f"{number}.{place}", step) for place, step in enumerate(stretch.steps, 1)]
