"""The states of an attempt and what leads from one to the other, in one place. Plain values in and out.

An `attempt` here is anything that has the fields of the model; no function asks the database. The diagram
is in docs/developers.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .rules import AtTheEnd

LATE = timedelta(seconds=60)  # a slow network is nobody's fault: what arrives until then counts


class State(StrEnum):
    OPEN = "open"  # the learner is answering
    STOPPED = "stopped"  # after an outage the clock stands still until the learner goes on
    OVERDUE = "overdue"  # time is up, and it can only be handed in
    OVER = "over"  # and that is over, too: the next request that touches it closes it
    WAITING = "waiting"  # ended; somebody has to mark an answer
    FINISHED = "finished"  # ended and marked
    ABANDONED = "abandoned"  # not handed in when it should have been: it does not count


class Reason(StrEnum):
    """Why no attempt can be begun."""

    NOT_YET = "not-yet"
    CLOSED = "closed"
    NONE_LEFT = "none-left"
    PAUSE = "pause"


@dataclass(frozen=True)
class Refusal:
    """Why no attempt can be begun, and where that will pass, or has come, when."""

    reason: Reason
    at: datetime | None = None


def state_of(attempt, now):
    """Return the state of an attempt. What the clock says goes before what is stored."""
    if attempt.finished_at is not None:
        return _state_of_ended(attempt)
    if attempt.is_stopped:
        return State.STOPPED
    if attempt.ends_at is None or now < attempt.ends_at:
        return State.OPEN
    return State.OVERDUE if now <= last_call(attempt) else State.OVER


def _state_of_ended(attempt):
    if attempt.is_abandoned:
        return State.ABANDONED
    return State.WAITING if attempt.total is None else State.FINISHED


def end_of(rules, started_at, outages=()):
    """Return when the time of an attempt is up, or None where there is no limit.

    `outages` are (from, to), in their order. While one lasts, the clock of a running attempt stands still;
    where two overlap, it stands still once.
    """
    ends = [rules.closes_at] if rules.closes_at else []
    if rules.time_limit:
        ends.append(started_at + timedelta(minutes=rules.time_limit))
    end = min(ends, default=None)
    counted_from = started_at
    for began_at, ended_at in outages:
        if end and began_at < end and ended_at > counted_from:
            end += ended_at - max(began_at, counted_from)
            counted_from = ended_at
    return end


def stop_of(rules, started_at, ended_at, outages):
    """Return when a clock that ended at `ended_at` should have stopped to give back what outages took, or None.

    What is left to the learner is then the time from there to `end_of`. `outages` as there, with one declared late.
    """
    end = end_of(rules, started_at, outages)
    if end is None:
        return None
    lifted = [to for began_at, to in outages if began_at < end and to > started_at]
    stop = max([ended_at, *lifted])
    return stop if stop < end else None


def is_in_time(attempt, now):
    """Tell whether an answer that arrives `now` counts."""
    return attempt.ends_at is None or now <= attempt.ends_at + LATE


def last_call(attempt):
    """Return until when an attempt on the clock can be handed in."""
    has_grace = attempt.rules.at_the_end == AtTheEnd.GRACE
    grace = timedelta(minutes=attempt.rules.grace) if has_grace else timedelta(0)
    return attempt.ends_at + max(grace, LATE)


def is_lost_at_the_end(attempt):
    """Tell whether an attempt that nobody hands in counts for nothing."""
    return attempt.rules.at_the_end != AtTheEnd.SUBMIT


def ended_at(attempt, now):
    """Return when an attempt that is ended now did end: not after its time, and never before its beginning."""
    return max(min(now, attempt.ends_at or now), attempt.started_at)


def why_not_begin(rules, finished_at, now):
    """Return a `Refusal`, or None where another attempt may be begun.

    `finished_at` are the times at which the learner's earlier attempts ended, in their order.
    """
    if rules.opens_at and now < rules.opens_at:
        return Refusal(Reason.NOT_YET, rules.opens_at)
    if rules.closes_at and now >= rules.closes_at:
        return Refusal(Reason.CLOSED, rules.closes_at)
    if attempts_left(rules, len(finished_at)) == 0:
        return Refusal(Reason.NONE_LEFT)
    return _pause(rules, finished_at, now)


def attempts_left(rules, used):
    """Return how many attempts are left after `used` of them, or None where there is no limit."""
    return max(rules.attempt_limit - used, 0) if rules.attempt_limit else None


def _pause(rules, finished_at, now):
    if not finished_at:
        return None
    minutes = rules.pause_after_first if len(finished_at) == 1 else rules.pause_after_later
    until = finished_at[-1] + timedelta(minutes=minutes)
    # An end that lies in the future was written by a clock that went wrong: nobody waits for it.
    return Refusal(Reason.PAUSE, until) if finished_at[-1] <= now < until else None
