"""Who is reading: a child, somebody over 60, a parent, or anybody. It opens passages and closes nothing off."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

READERS = {
    "child": _("I am a child"),
    "elder": _("I am over 60"),
    "parent": _("I am a parent"),
    "other": _("None of these"),
}
COOKIE = "lifelong_reader"
ONE_YEAR = 60 * 60 * 24 * 365


def reader_of(request):
    """Return which of `READERS` the person chose, or "" before they have chosen. Runs no query of its own.

    A function under the Wagtail hook `lifelong_reader` knows signed-in people; where none answers
    (it returns None), a cookie does.
    """
    kept = (know(request) for know in hooks.get_hooks("lifelong_reader"))
    reader = next((reader for reader in kept if reader is not None), request.COOKIES.get(COOKIE, ""))
    return reader if reader in READERS else ""


def keep_reader(request, response, reader):
    """Keep a choice with the person (Wagtail hook `lifelong_reader_chosen`, true when kept) or in a cookie."""
    if reader not in READERS:
        return
    if not any(keep(request, reader) for keep in hooks.get_hooks("lifelong_reader_chosen")):
        response.set_cookie(
            COOKIE,
            reader,
            max_age=ONE_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
