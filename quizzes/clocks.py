"""The clock of an attempt as the learner sees it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .attempting import State, is_lost_at_the_end, last_call, state_of
from .rules import AtTheEnd
from .telling import shown_time


@dataclass(frozen=True)
class Clock:
    """How much time there is. `hands_in` tells whether a page with script hands in by itself at the end."""

    ends: str
    seconds: int
    is_up: bool
    hands_in: bool
    warning: str
    until: str = ""


def clock_of(attempt, now):
    """Return the `Clock` of an open attempt, or None where it has no limit."""
    if attempt.ends_at is None:
        return None
    is_up = state_of(attempt, now) != State.OPEN
    has_grace = attempt.rules.at_the_end == AtTheEnd.GRACE
    return Clock(
        ends=shown_end(attempt.ends_at, now),
        seconds=max(int((attempt.ends_at - now).total_seconds()), 0),
        is_up=is_up,
        hands_in=not is_lost_at_the_end(attempt),
        warning=_what_is_lost(attempt) if is_lost_at_the_end(attempt) else "",
        until=shown_end(last_call(attempt), now) if is_up and has_grace else "",
    )


def shown_end(at: datetime, now):
    """Return the time of day, with the date where it is another day."""
    there = localtime(at)
    return date_format(there, "TIME_FORMAT") if there.date() == localtime(now).date() else shown_time(at)


def _what_is_lost(attempt):
    if attempt.rules.at_the_end == AtTheEnd.GRACE:
        return _("Hand in by then. A little later it can still be handed in, but not changed.")
    return _("Hand in by then: what is not handed in in time does not count.")
