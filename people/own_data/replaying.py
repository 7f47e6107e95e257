"""Sending away again whoever a restored back-up has brought back."""

from django.contrib.auth import get_user_model

from people.models import Erasure

from . import register
from .erasing import erase


def replay(other=None) -> int:
    """Erase whoever the register names and the database has, and bring file and table to the same. Return how many."""
    digests = register.in_file() | (register.in_file(other) if other else set())
    digests |= set(Erasure.objects.values_list("digest", flat=True))
    people = get_user_model()._default_manager.select_related("learner_profile") if digests else ()
    back = [person for person in people if register.digest_of(person) in digests]
    for person in back:
        erase(person)
    Erasure.objects.bulk_create([Erasure(digest=digest) for digest in sorted(digests)], ignore_conflicts=True)
    register.write_down()
    return len(back)
