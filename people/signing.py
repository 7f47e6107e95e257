"""Signing in and out."""

import logging
import secrets

from django.conf import settings
from django.contrib.auth import login as start_session
from django.contrib.auth import logout as end_session
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from people import consents, devices, looks
from people.codes import pending
from people.codes.keeping import has_codes
from people.handing_over import locking
from people.landing import landing_url
from people.models import language_of

SIGNED_OUT_COOKIE = "lifelong_signed_out"
NO_ROOM = _("The server cannot write to its disk just now, so nobody can sign in. Tell your teacher.")

logger = logging.getLogger(__name__)


def sign_in(request, learner) -> HttpResponseRedirect:
    """Let somebody in whose password, PIN or pictures were right: at once, or after the code that they asked for."""
    if request.user.is_authenticated:
        request.session.flush()  # Django keeps the session's id when the same person signs in twice
    if has_codes(learner):
        return pending.begin(request, learner)
    return open_session(request, learner)


def open_session(request, learner) -> HttpResponseRedirect:
    """Begin a session of the learner's own, and send them on to where they wanted to go."""
    request.session.pop(pending.KEY, None)
    start_session(request, learner)
    locking.begin(request)
    consents.remember_guardian(request)
    response = HttpResponseRedirect(landing_url(request, language_of(learner)))
    devices.remember(request, response, learner.get_username())
    return response


def sign_out(request, response) -> None:
    """End the session, also where nothing can be written, and make the browser forget its pages."""
    try:
        end_session(request)
    except DatabaseError:  # the disk is full: the row stays, but this browser's key to it goes
        forget(request)
    looks.put_back(request, response)
    forget_pages(response)


def forget_pages(response) -> None:
    """Make the browser drop the pages that it keeps for the Back button.

    It keeps them although they are `no-store`, until a cookie that scripts cannot read has changed.
    """
    response.set_cookie(
        SIGNED_OUT_COOKIE,
        secrets.token_urlsafe(6),
        max_age=60,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def no_room(request) -> str:
    """Let nobody in, for a session is a row, and the disk is full or the database away; return what to tell them."""
    logger.exception("Nobody can sign in")
    forget(request)
    return NO_ROOM


def forget(request) -> None:
    """Let nobody be signed in, without writing anything."""
    request.session = type(request.session)()
    request.user = AnonymousUser()
