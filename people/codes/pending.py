"""Between the password and the code: whoever it is, nobody is signed in yet."""

import time

from django.contrib.auth import get_user_model
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from people.landing import query_of

KEY = "lifelong_awaits_code"
SECONDS = 10 * 60


def begin(request, person):
    """Remember who has shown their password just now, and ask for the code."""
    request.session[KEY] = {
        "person": str(person.pk),
        "backend": person.backend,
        "proof": person.get_session_auth_hash(),  # another password meanwhile ends this
        "until": int(time.time()) + SECONDS,
    }
    return redirect(reverse("lifelong_people:code") + query_of(request))


def person_of(request):
    """Return who has shown their password within the last minutes, or None. Runs a query if somebody has."""
    kept = request.session.get(KEY)
    if not kept or not 0 <= kept["until"] - time.time() <= SECONDS:
        return None
    person = get_user_model()._default_manager.filter(pk=kept["person"], is_active=True).first()
    if person is None or not constant_time_compare(person.get_session_auth_hash(), kept["proof"]):
        return None
    person.backend = kept["backend"]
    return person
