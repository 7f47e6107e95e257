"""An outage that is declared late: tests that the clock has closed meanwhile are opened again.

What the outage took is given back when the learner is there to use it: the clock stands still until they go on.
An attempt that was handed in stays so, and so does one after which its learner has begun another.
"""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .allowing import outages_since, rules_for, set_clocks_anew, time_for
from .attempting import stop_of
from .models.attempts import STOPPED, Attempt, Response
from .writing import one_writer

BY_THE_CLOCK = (Attempt.Ending.TIME_UP, Attempt.Ending.ABANDONED)


def give_back(outage):
    """Set the clocks of running tests anew and open those that the clock closed, after an outage was declared.

    Safe to call again: also when the outage was changed, or taken back.
    """
    now = timezone.now()
    set_clocks_anew(started_at__lt=outage.ended_at, ends_at__gt=now)
    for attempt in _closed_by_the_clock(outage, now).select_related("version", "learner"):
        rules = rules_for(attempt.learner, attempt.page_key, attempt.rules)
        stopped_at = stop_of(rules, attempt.started_at, attempt.ends_at, outages_since(attempt.started_at))
        if stopped_at != attempt.stopped_at:
            _set_stop(attempt, stopped_at)


def go_on(attempt):
    """Let the clock go on that stood still since an outage. Safe to call twice."""
    rules, now = rules_for(attempt.learner, attempt.page_key, attempt.rules), timezone.now()
    ends_at = time_for(rules, attempt.started_at, [(attempt.stopped_at, now)])
    with one_writer():
        Attempt.objects.stopped().filter(pk=attempt.pk).update(resumed_at=now, ends_at=ends_at)


def time_left(attempt):
    """Return how much time its learner has once the clock of a stopped attempt goes on; None for no limit."""
    rules = rules_for(attempt.learner, attempt.page_key, attempt.rules)
    ends_at = time_for(rules, attempt.started_at)
    return ends_at and max(ends_at - attempt.stopped_at, timedelta(0))


def _closed_by_the_clock(outage, now):
    newer = Attempt.objects.filter(
        learner=OuterRef("learner"), page_key=OuterRef("page_key"), started_at__gt=OuterRef("started_at")
    )
    during = Q(started_at__lt=outage.ended_at, ends_at__gt=outage.began_at, resumed_at=None)
    shut = Q(finished_at=None) | Q(ending__in=BY_THE_CLOCK)
    closed = Attempt.objects.tests().filter(ends_at__lte=now).filter(~Exists(newer))
    return closed.filter(STOPPED | (during & shut))


def _set_stop(attempt, stopped_at):
    """Open the attempt, with its clock standing still since then, or with None leave it to the clock again."""
    with one_writer():
        found = Attempt.objects.select_for_update(of=("self",)).filter(pk=attempt.pk).first()
        if found is None or found.resumed_at or found.ending not in ("", *BY_THE_CLOCK):
            return
        if not found.is_open:
            _open_again(found)
        found.stopped_at = stopped_at
        found.save(update_fields=["stopped_at", "finished_at", "ending", "total", "maximum"])


def _open_again(attempt):
    """Take back how it ended. Marks by rule were given at its end and must not be seen before the next one."""
    attempt.finished_at, attempt.ending, attempt.total, attempt.maximum = None, "", None, None
    Response.objects.filter(attempt=attempt, submissions=None).update(fraction=None)
