"""Learners against the steps of a course. Plain values: a page, a file or a gradebook shows them."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from courses.path import Outline, Step, Stretch
from courses.progress import ICONS, WORDS, Progress, State, progress_of

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
    """How far one learner is in one step. `percent` is the best result of a quiz as shown, None without any."""

    state: State
    percent: int | None = None

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
        return Row(member, [Cell(progress.state(key), _whole(progress.grades.get(key))) for key in keys])


def _headings(number, stretch):
    return [Heading(f"{number}.{place}", step) for place, step in enumerate(stretch.steps, 1)]


def _whole(percent):
    return None if percent is None else int(percent.quantize(Decimal(1), ROUND_HALF_UP))
