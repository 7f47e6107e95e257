"""How large somebody reads: as they chose themselves, or as this computer was set before they came."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.models import LearnerProfile

COOKIE = "lifelong_text_size"
COOKIE_AGE = 60 * 60 * 24 * 365
NORMAL = "normal"
SIZES = {NORMAL: _("Normal text"), "large": _("Large text"), "largest": _("Largest text")}


def text_size_of(request) -> str:
    """Return one of `SIZES`. Runs no query after `LearnerBackend.get_user`."""
    profile = LearnerProfile.seen_with(request.user)
    chosen = profile.text_size if profile else ""
    size = chosen or request.COOKIES.get(COOKIE, "")
    return size if size in SIZES else NORMAL


def keep_text_size(request, response, size) -> None:
    """Remember a size: a learner's with the learner, anybody else's with the browser."""
    if request.user.is_authenticated:
        profile = LearnerProfile.of(request.user)
        profile.text_size = size
        profile.save(update_fields=["text_size"])
        return
    response.set_cookie(
        COOKIE,
        size,
        max_age=COOKIE_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
