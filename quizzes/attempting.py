"""The states of an attempt and what leads from one to the other, in one place. Plain values in and out.

An `attempt` here is anything that has the fields of the model; no function asks the database. The diagram
is in docs/developers.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    OPEN = "open"  # the learner is answering
    WAITING = "waiting"  # handed in; somebody has to mark an answer
    FINISHED = "finished"  # handed in and marked


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


def state_of(attempt):
    """Return the state of an attempt."""
    if attempt.finished_at is None:
        return State.OPEN
    return State.WAITING if attempt.total is None else State.FINISHED


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
