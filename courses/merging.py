"""What becomes of places in courses when two accounts of one person become one."""

from functools import partial

from django.db import transaction

from .completion import record_completions_of
from .models import Enrolment


def bring_together(gone, kept):
    """Leave one place in each course that both are in now: the older one. Together they may have completed it."""
    own = {one.course_key: one for one in Enrolment.objects.by(kept).active()}
    for other in Enrolment.objects.by(gone).active().filter(course_key__in=list(own)):
        mine = own[other.course_key]
        mine.enrolled_at = min(mine.enrolled_at, other.enrolled_at)
        ends = [one.completed_at for one in (mine, other) if one.is_completed]
        mine.completed_at = min(ends, default=None)
        other.delete()
        mine.save()
    transaction.on_commit(partial(record_completions_of, kept.pk))
