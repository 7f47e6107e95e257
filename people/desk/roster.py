"""Who is in a class, as the desk shows it."""

from dataclasses import dataclass

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import prefetch_related_objects

from people import locks
from people.models import Membership
from people.roles import is_staff

from .giving import KINDS, kind_of


@dataclass(frozen=True)
class Row:
    member: Membership
    is_locked: bool
    is_staff: bool

    @property
    def kind(self):
        return KINDS[kind_of(self.member.learner)]

    @property
    def login(self):
        return self.member.learner.get_username()


def roster(cohort, language) -> list[Row]:
    """Return a `Row` for each member, by name. Its queries grow by the staff among them only."""
    members = cohort.memberships.present().by_name(language)
    prefetch_related_objects(members, "learner__groups")
    locked = _locked({member.learner.get_username() for member in members})
    return [
        Row(
            member,
            member.learner.get_username() in locked,
            _may_be_staff(member.learner) and is_staff(member.learner),
        )
        for member in members
    ]


def _may_be_staff(learner):
    return learner.is_superuser or bool(learner.groups.all())


def _locked(logins):
    """Return the logins that have too many wrong tries against them, from whatever address. Runs one query."""
    digests = {locks.digest(login): login for login in logins}
    spent = AccessAttempt.objects.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT)
    counted = {name.partition(".")[0] for name in spent.values_list("username", flat=True)}
    return {digests[name] for name in counted & digests.keys()}
