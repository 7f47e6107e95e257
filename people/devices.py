"""Which browsers somebody has signed in from before.

Guesses at a login from unknown browsers are counted together. A browser that has
signed in with that login has a count of its own, so a neighbour's guessing does
not lock learners out of the computers they use, though all share one address.

The cookie names nobody: it holds a random name for the browser and one keyed
digest for each of the last logins, which proves itself and needs no table.
"""

import base64
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

COOKIE_NAME = "lifelong_device"
MAX_AGE = 180 * 24 * 60 * 60
LOGINS_KEPT = 12  # a lab computer's usual people; the cookie travels with every request


def known_device(request, login: str) -> str:
    """Return this browser's name if `login` has signed in here before, otherwise an empty string."""
    device, proofs = read(request)
    expected = proof(device, login)
    return device if any(constant_time_compare(each, expected) for each in proofs) else ""


def remember(request, response, login: str) -> None:
    """Let the browser prove from now on that `login` has signed in here."""
    device, proofs = read(request)
    device = device if proofs else secrets.token_urlsafe(12)
    latest = proof(device, login)
    kept = [latest, *(each for each in proofs if each != latest)][:LOGINS_KEPT]
    response.set_cookie(
        COOKIE_NAME,
        ".".join([device, *kept]),
        max_age=MAX_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def read(request) -> tuple[str, list[str]]:
    """Return the browser's name and its proofs as it gave them: believe neither before checking."""
    device, *proofs = request.COOKIES.get(COOKIE_NAME, "").split(".")
    return device[:32], proofs[:LOGINS_KEPT]


def proof(device: str, login: str) -> str:
    """Return the digest that only this site can have made for this browser and login."""
    digest = salted_hmac("people.devices", f"{device} {login}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:9]).decode()
