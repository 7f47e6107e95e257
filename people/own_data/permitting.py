"""Whose data somebody may hand out and erase."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from people.roles import is_staff, may_manage_all


def person_for(user, pk):
    """Return somebody whose data the coordinator looks after; PermissionDenied for anybody else who asks.

    Staff only an administrator erases, and nobody erases themselves: they would not see what came of it.
    """
    if not may_manage_all(user):
        raise PermissionDenied
    people = get_user_model()._default_manager.exclude(learner_profile__is_nobody=True)
    person = get_object_or_404(people, pk=pk)
    if person.pk == user.pk or (is_staff(person) and not user.is_superuser):
        raise PermissionDenied
    return person
