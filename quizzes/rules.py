"""What a test is taken under, as plain values. They are frozen in the settings of a version, and read from there."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from json import dumps, loads

from django.db import models
from django.utils.translation import gettext_lazy as _


class Grading(models.TextChoices):
    """Which of several finished attempts make the grade."""

    HIGHEST = "highest", _("The best attempt counts")
    AVERAGE = "average", _("The average of all attempts counts")
    FIRST = "first", _("The first attempt counts")
    LAST = "last", _("The last attempt counts")


class Retake(models.TextChoices):
    """What another attempt asks."""

    ALL = "all", _("Everything again")
    WRONG = "wrong", _("Only what was not right the last time")


class AtTheEnd(models.TextChoices):
    """What becomes of an attempt whose time is up."""

    SUBMIT = "submit", _("What is saved is handed in")
    GRACE = "grace", _("It can still be handed in for a while, but not changed")
    ABANDON = "abandon", _("It does not count, unless it was handed in in time")


class Mode(models.TextChoices):
    """When a learner is told about an answer."""

    TEST = "test", _("Test: when it is finished")
    CHECKED = "checked", _("Test with hints: each answer can be checked, and a wrong try costs")
    PRACTICE = "practice", _("Practice: each answer can be checked, and tried again")


class Penalty(models.TextChoices):
    """What a wrong try takes off the mark. Shares that a decimal number cannot say exactly stay exact."""

    NOTHING = "0", _("nothing")
    TENTH = "1/10", _("a tenth of the mark")
    QUARTER = "1/4", _("a quarter of the mark")
    THIRD = "1/3", _("a third of the mark")
    HALF = "1/2", _("half the mark")
    ALL = "1", _("the whole mark")


class Release(models.TextChoices):
    """When something of a finished test may be seen."""

    AT_ONCE = "at_once", _("at once")
    LATER = "later", _("when no attempt is left")
    CLOSED = "closed", _("when the test has closed")
    NEVER = "never", _("never")


class ReviewPreset(models.TextChoices):
    """Three common ways to release things, and a table of one's own."""

    LEARNING = "learning", _("Practice: everything at once")
    TEST = "test", _("Test: marks and reasons at once, right answers when no attempt is left")
    EXAM = "exam", _("Exam: marks at once, everything else when it has closed")
    OWN = "own", _("As the table below says")


@dataclass(frozen=True)
class Rules:
    """The settings of a test. Lengths of time are minutes; 0 and None mean that there is no such rule."""

    pass_mark: int = 80
    mode: str = Mode.TEST
    penalty: str = Penalty.THIRD
    shuffle_items: bool = False
    shuffle_options: bool = False
    attempt_limit: int = 0
    retake: str = Retake.ALL
    time_limit: int = 0
    at_the_end: str = AtTheEnd.SUBMIT
    grace: int = 0
    review: str = ReviewPreset.TEST
    show_marks: str = Release.AT_ONCE
    show_reasons: str = Release.AT_ONCE
    show_answers: str = Release.LATER
    pause_after_first: int = 0
    pause_after_later: int = 0
    grading: str = Grading.HIGHEST
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    decimals: int = 0

    @property
    def penalty_share(self):
        """The penalty as a number."""
        above, _slash, below = self.penalty.partition("/")
        return Decimal(above) / Decimal(below or 1)

    @classmethod
    def of(cls, settings):
        """Read the settings of a version. What was not there yet when it was frozen has its default."""
        return _read(dumps(settings, sort_keys=True))


DEFAULTS = Rules()
NAMES = tuple(field.name for field in fields(Rules))
TIMES = ("opens_at", "closes_at")


def settings_of(holder):
    """Return the rules that `holder` has as attributes, as plain JSON values.

    Defaults are left out, but for the pass mark: a setting that is invented later makes no new versions.
    """
    values = {name: getattr(holder, name) for name in NAMES}
    kept = {name for name in NAMES if name == "pass_mark" or values[name] != getattr(DEFAULTS, name)}
    return {
        name: values[name].astimezone(UTC).isoformat() if name in TIMES else values[name] for name in kept
    }


@lru_cache(maxsize=256)
def _read(settings):
    known = {name: value for name, value in loads(settings).items() if name in NAMES}
    for name in TIMES:
        if known.get(name):
            known[name] = datetime.fromisoformat(known[name])
    return Rules(**known)
