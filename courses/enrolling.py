"""Joining a course and leaving it. Progress hangs on the learner and the lessons, so neither touches it."""

from uuid import UUID

from django.utils import timezone

from quizzes.prepared import Prepared
from quizzes.writing import one_writer

from .models.enrolments import Enrolment


def enrol(learner, course_key, how=Enrolment.How.SELF, by=None):
    """Return the learner's active enrolment, made now if there was none. Safe to call twice.

    Whoever completed the course before they left comes back as somebody who has completed it.
    """
    with one_writer():
        enrolment, _ = Enrolment.objects.get_or_create(
            learner=learner,
            course_key=course_key,
            ended_at=None,
            defaults={"how": how, "by": by, "completed_at": _completed_before(learner, course_key)},
        )
    return enrolment


def leave(learner, course_key):
    """End the learner's enrolment. Safe to call twice."""
    Enrolment.objects.by(learner).on(course_key).active().update(ended_at=timezone.now())


def enrolment_of(request, course_key):
    """Return the active enrolment of the person of `request`, or None. Runs at most one query a request and course."""
    learner = request.user
    if not learner.is_authenticated:
        return None
    key = str(course_key)
    whole = getattr(learner, "_lifelong_enrolments", None)
    if whole is not None:
        return whole.get(key)
    known = request.__dict__.setdefault("_lifelong_enrolments", {})
    if key not in known:
        known[key] = _active_enrolments.first(learner.pk, UUID(key))
    return known[key]


def remember_enrolments(learner, active):
    """Let `enrolment_of` answer without a query: a site may bring all active enrolments along with the learner.

    For an object that lives as long as one request.
    """
    learner._lifelong_enrolments = {str(one.course_key): one for one in active}


_active_enrolments = Prepared(
    lambda learner, course_key: Enrolment.objects.by(learner).on(course_key).active()
)


def _completed_before(learner, course_key):
    earlier = Enrolment.objects.by(learner).on(course_key).filter(completed_at__isnull=False)
    return earlier.order_by("completed_at").values_list("completed_at", flat=True).first()
