"""Who may look after which class, and whose secret they may change."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404

from languages.collation import sort_key
from people.models import Cohort, Membership
from people.roles import is_staff, may_manage_all


def own_cohorts(user):
    """Return the classes that a person looks after: all of them, or those they teach."""
    return Cohort.objects.all() if may_manage_all(user) else Cohort.objects.taught_by(user)


def has_own_cohorts(user) -> bool:
    return may_manage_all(user) or own_cohorts(user).exists()


def cohort_for(user, pk) -> Cohort:
    """Return a class that the person looks after; PermissionDenied for any other, whether there is one or not."""
    cohort = own_cohorts(user).select_related("place").filter(pk=pk).first()
    if cohort is None:
        raise PermissionDenied
    return cohort


def member_for(user, cohort_pk, pk) -> Membership:
    """Return somebody in a class that the person looks after, whose secret they may change.

    Raises PermissionDenied for staff in the class as well: a teacher must not become the coordinator.
    """
    cohort = cohort_for(user, cohort_pk)
    members = cohort.memberships.present().select_related(
        "learner__learner_profile", "learner__lifelong_secret"
    )
    member = get_object_or_404(members, pk=pk)
    if is_staff(member.learner):
        raise PermissionDenied
    return member


def counted(cohorts, language) -> list[Cohort]:
    """Return the classes by name, those that run first, each with the number of its `people`. Runs one query."""
    present = Count("memberships", filter=Q(memberships__left_at=None, memberships__learner__is_active=True))
    found = cohorts.select_related("place").annotate(people=present)
    return sorted(found, key=lambda cohort: (cohort.has_ended, sort_key(cohort.name, language)))
