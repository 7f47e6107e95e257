"""Fetching the attempts at a test with what is known of their circumstances. Its queries do not grow with them."""

from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ..attempting import LATE, State, state_of
from ..models.allowances import Outage
from ..models.attempts import Attempt, EarlierAnswer, Response
from ..models.versions import QuizVersion
from ..naming import names_of
from ..telling import shown_result
from .remarks import Saves, remarks_on

MOST_ATTEMPTS = 5000  # the newest; nobody reads more, and a teacher is not kept waiting


@dataclass(frozen=True)
class Row:
    """One attempt as staff read of it."""

    attempt: Attempt
    name: str
    result: str
    remarks: list

    @property
    def began(self):
        return _in_short(self.attempt.started_at)

    @property
    def ended(self):
        return _in_short(self.attempt.finished_at) if self.attempt.finished_at else ""


class AttemptList:
    """The attempts at one test, the newest first; with `only`, the pk of an attempt, that one alone."""

    def __init__(self, page_key, only=None):
        self.page_key, self.only = page_key, only

    @cached_property
    def rows(self):
        """Runs seven queries at most, beside those that fetch names."""
        attempts, now = self._attempts(), timezone.now()
        names = names_of(attempt.learner for attempt in attempts)
        saves, outages = self._saves(), list(Outage.objects.order_by("began_at"))
        return [
            Row(
                attempt,
                names[attempt.learner_id],
                _result_of(attempt, now),
                remarks_on(attempt, saves.get(attempt.pk, Saves()), outages, now),
            )
            for attempt in attempts
        ]

    @property
    def unusual(self):
        return [row for row in self.rows if row.remarks]

    @property
    def _tests(self):
        tests = Attempt.objects.on(self.page_key).tests()
        return tests if self.only is None else tests.filter(pk=self.only)

    def _attempts(self):
        tests = self._tests.select_related("learner")
        newest = list(tests.order_by("-started_at", "pk")[:MOST_ATTEMPTS])
        versions = QuizVersion.objects.in_bulk({attempt.version_id for attempt in newest})
        for attempt in newest:
            attempt.version = versions[attempt.version_id]
        return newest

    def _saves(self):
        """Return {attempt's pk: Saves}. What was handed in to be marked may rightly be improved after the end."""
        of_page = self._tests
        late = EarlierAnswer.objects.filter(
            response__attempt__in=of_page,
            response__submissions=None,
            saved_at__gt=F("response__attempt__ends_at") + LATE,
        )
        late = dict(late.values_list("response__attempt").annotate(Count("pk")).order_by())
        counted = Response.objects.filter(attempt__in=of_page).exclude(answer=None).values_list("attempt")
        unimproved = Max("saved_at", filter=Q(submissions=None))
        times = counted.annotate(first=Min("saved_at"), last=unimproved).order_by()
        found = {pk: Saves(late=count) for pk, count in late.items()}
        return found | {pk: Saves(first, last, late.get(pk, 0)) for pk, first, last in times}


def _result_of(attempt, now):
    state = state_of(attempt, now)
    if attempt.has_no_points:
        return _("handed in")
    if state == State.FINISHED:
        return shown_result(attempt.percent or 0, attempt.rules.decimals, attempt.rules.pass_mark)
    return {
        State.WAITING: _("waits for a mark"),
        State.ABANDONED: _("not handed in in time"),
        State.STOPPED: _("the clock stands still"),
    }.get(state, _("in progress"))


def _in_short(at):
    """A column of these is to be read at a glance, and with the others beside it."""
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
