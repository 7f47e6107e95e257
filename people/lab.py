"""Lab computers: browsers that the school has registered, known by a cookie."""

import hashlib
import secrets

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from people.models import Cohort, LabComputer

COOKIE_NAME = "lifelong_lab"
MAX_AGE = 400 * 24 * 60 * 60  # no browser keeps a cookie for longer


def register(response, computer: LabComputer, by) -> LabComputer:
    """Make this browser the lab computer, and keep that in its cookie."""
    token = secrets.token_urlsafe(32)
    computer.token_digest, computer.registered_by = _digest(token), by
    computer.save()
    _keep(response, token)
    return computer


def renew(request, response) -> None:
    """Let the browser keep its cookie for as long again: a computer whose door is in use stays a lab computer."""
    _keep(response, request.COOKIES[COOKIE_NAME])


def _keep(response, token):
    response.set_cookie(
        COOKIE_NAME,
        token,
        max_age=MAX_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def revoke(computer: LabComputer) -> None:
    """Make it an ordinary browser again, at once; safe to call twice."""
    LabComputer.objects.registered().filter(pk=computer.pk).update(revoked_at=timezone.now())


def computer_of(request) -> LabComputer | None:
    """Return the lab computer that a request comes from, or None. Runs one query once, none without the cookie."""
    token = request.COOKIES.get(COOKIE_NAME, "")
    if not token:
        return None
    if not hasattr(request, "_lifelong_lab_computer"):
        registered = LabComputer.objects.registered().select_related("place")
        request._lifelong_lab_computer = registered.filter(token_digest=_digest(token)).first()
    return request._lifelong_lab_computer


def language_at(request) -> str:
    """Return the language in which this lab computer greets the next person, or "" for that in force. Runs a query."""
    try:
        computer = computer_of(request)
    except DatabaseError:  # signing out works without a database
        return ""
    return computer.language if computer and computer.language in dict(settings.LANGUAGES) else ""


def cohorts_at(computer: LabComputer):
    """Return the running classes of the computer's place and of the places within it."""
    return Cohort.objects.running().filter(place__in=computer.place.and_parts()).select_related("place")


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()
