"""What was unusual about one attempt, in plain words. Plain values in, sentences out; no function asks the database.

Nobody is blamed: a remark says what the server knows, so that a teacher need not guess from odd times.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..attempting import LATE, end_of
from ..telling import shown_time

WORTH_TELLING = timedelta(minutes=1)


@dataclass(frozen=True)
class Saves:
    """When the first and the last answer that counts were saved, None where there is none, and how many came late."""

    first: datetime | None = None
    last: datetime | None = None
    late: int = 0


def remarks_on(attempt, saves, outages, now):
    """Return sentences about an attempt, none for an ordinary one. `outages` are all that may touch it."""
    until = attempt.finished_at or now
    inside = [one for one in outages if one.began_at < until and one.ended_at > attempt.started_at]
    return [
        *_clock_set_on(attempt, inside),
        *_clock_set_back(attempt, saves),
        *_outages(attempt, inside, until),
        *_opened_again(attempt),
        *_more_time(attempt, outages),
        *_late_answers(saves),
    ]


def _clock_set_on(attempt, outages):
    """Only what was begun by the old clock had it set on; what lies between by the calendar was begun later."""
    jumped = [one.ended_at - one.began_at for one in outages if one.is_by_clock and _holds(one, attempt)]
    if jumped:
        yield _(
            "The server's clock was set on by %(minutes)s min meanwhile. That time does not count."
        ) % _minutes(sum(jumped, timedelta(0)))


def _clock_set_back(attempt, saves):
    """An answer that was saved before the beginning, or after the end, can only mean that."""
    is_before = saves.first is not None and saves.first < attempt.started_at
    is_after = saves.last and attempt.finished_at and saves.last > attempt.finished_at + LATE
    if is_before or is_after:
        yield _("The server's clock was set back meanwhile: how long it took is not known.")


def _outages(attempt, outages, until):
    """Outages may overlap: each minute counts once."""
    lasted, counted = timedelta(0), attempt.started_at
    for one in sorted(outages, key=lambda one: one.began_at):
        if not one.is_by_clock:
            end = min(one.ended_at, until)
            lasted += max(end - max(one.began_at, counted), timedelta(0))
            counted = max(counted, end)
    if lasted >= WORTH_TELLING:
        yield _("%(minutes)s min of an outage fell into it.") % _minutes(lasted)


def _opened_again(attempt):
    if attempt.stopped_at and attempt.resumed_at:
        yield _("Its time was up by an outage. It was opened again, and went on: %(at)s.") % {
            "at": shown_time(attempt.resumed_at)
        }
    elif attempt.is_stopped:
        yield _("Its time was up by an outage. It is open again, and the learner has not gone on yet.")


def _more_time(attempt, outages):
    """Compare with the end that the rules and the outages give; anything later was allowed by somebody."""
    lasted = [one for one in outages if one.ended_at > attempt.started_at and _holds(one, attempt)]
    stood_still = [(one.began_at, one.ended_at) for one in lasted]
    end = end_of(attempt.rules, attempt.started_at, sorted(stood_still + attempt.stood_still))
    if end is None or attempt.is_stopped:
        return
    if attempt.ends_at is None:
        yield _("No limit of time, unlike others.")
    elif attempt.ends_at - end >= WORTH_TELLING:
        yield _("More time than others: until %(at)s.") % {"at": shown_time(attempt.ends_at)}


def _late_answers(saves):
    if saves.late:
        yield ngettext(
            "%(count)s answer came after the end and does not count.",
            "%(count)s answers came after the end and do not count.",
            saves.late,
        ) % {"count": saves.late}


def _holds(outage, attempt):
    return not outage.is_by_clock or outage.began_at >= attempt.started_at


def _minutes(time):
    return {"minutes": -(-int(time.total_seconds()) // 60)}
