"""When a screen locks, and what that means for the session.

The time of the last request is kept in a signed cookie of the browser, not in the session: reading a lesson
must not write a row. The script of a page locks earlier, by what its person does (`handing-over.js`).
"""

import time

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.core.signing import BadSignature, Signer
from django.db import OperationalError

from people import lab
from people.roles import is_staff

HERE_COOKIE = "lifelong_here"
LOCKED, IN_THE_LAB = "lifelong_locked", "lifelong_in_the_lab"
LEAST_WITHOUT_SCRIPT = 20 * 60  # seconds: nobody is locked out over a long page that needs no request
AS_NEW = 60  # seconds within which the cookie is not written again


def idle_seconds(request) -> int:
    """Return after how long without a sign of life the screen locks; 0 where the site wants none of it."""
    return (
        _seconds("LIFELONG_LAB_IDLE_MINUTES") if request.session.get(IN_THE_LAB) else idle_seconds_of_staff()
    )


def idle_seconds_of_staff() -> int:
    """Return the same for staff, who have it wherever they sit: a form in the admin takes longer to fill in."""
    return _seconds("LIFELONG_IDLE_MINUTES")


def _seconds(setting) -> int:
    return int(getattr(settings, setting, 0) * 60)


def begin(request) -> None:
    """Note at the beginning of a session whether it is a learner's at a lab computer. Runs a few queries at most."""
    if lab.computer_of(request) and not is_staff(request.user):
        request.session[IN_THE_LAB] = True


def is_on(request) -> bool:
    """Say whether somebody is signed in whose screen may lock; reads the session if there is a cookie for one."""
    return "_auth_user_id" in request.session and idle_seconds(request) > 0


def is_locked(request) -> bool:
    return LOCKED in request.session


def lock(request) -> bool:
    """Lock the session; return whether that could be written down, which a full disk does not let us."""
    request.session[LOCKED] = True
    try:
        request.session.save()
    except (OperationalError, UpdateError):  # Django's sessions call whatever fails in an UPDATE the latter
        return False
    return True


def unlock(request) -> None:
    """Let the same person go on; the session gets a new key, for somebody else has sat here meanwhile."""
    request.session.pop(LOCKED, None)
    request.session.cycle_key()


def stay_locked(request, key) -> None:
    """Forget what could not be written of an unlocking: the session is the one of this key again."""
    request.session = type(request.session)(key)


def is_idle(request) -> bool:
    """Say whether the last request was longer ago than anybody takes without script. A clock set back is no idling.

    A browser that cannot say when it was here has lost its cookie, so it was closed since.
    """
    seen_at = _seen_at(request)
    return seen_at is None or time.time() - seen_at > max(idle_seconds(request), LEAST_WITHOUT_SCRIPT)


def note_presence(request, response) -> None:
    """Keep in the browser that its person was here just now."""
    seen_at = _seen_at(request)
    if seen_at is not None and abs(time.time() - seen_at) < AS_NEW:
        return
    response.set_cookie(
        HERE_COOKIE,
        sign_of_life(request.session.session_key, time.time()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _seen_at(request) -> int | None:
    """Return when this session's browser was last here (Unix time), or None where it cannot say."""
    try:
        return int(_signer(request.session.session_key).unsign(request.COOKIES.get(HERE_COOKIE, "")))
    except (BadSignature, ValueError):
        return None


def sign_of_life(key, at) -> str:
    """Return the cookie that says when the browser of the session with this key was last here (Unix time)."""
    return _signer(key).sign(int(at))


def _signer(key):
    # Bound to the session: what another person's session said in this browser is not believed.
    return Signer(salt=f"people.handing_over {key}")
