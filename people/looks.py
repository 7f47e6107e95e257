"""How pages look to somebody: as they chose themselves, or as this computer is set for whoever comes to it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _

from people import lab
from people.models import LearnerProfile

COOKIE_AGE = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Look:
    """One thing about how pages look: a field of the same name of `LearnerProfile` and of `LabComputer`.

    `choices` is {value: words}, and the first of them is the usual one; `attribute` is that of `<html>` by which
    the style sheet knows.
    """

    field: str
    attribute: str
    choices: dict

    @property
    def usual(self) -> str:
        return next(iter(self.choices))

    @property
    def cookie(self) -> str:
        return f"lifelong_{self.field}"

    def of(self, request) -> str:
        """Return one of `choices`. Runs no query after `LearnerBackend.get_user`."""
        return self.chosen(request) or self.usual

    def chosen(self, request) -> str:
        """Return what somebody or their lab computer has chosen, or "": then it is for the device to say."""
        profile = LearnerProfile.seen_with(request.user)
        chosen = getattr(profile, self.field, "") or request.COOKIES.get(self.cookie, "")
        return chosen if chosen in self.choices else ""

    def keep(self, request, response, chosen) -> None:
        """Remember a choice: a learner's with the learner, anybody else's with the browser."""
        if not request.user.is_authenticated:
            return self.set_on(response, chosen)
        profile = LearnerProfile.of(request.user)
        setattr(profile, self.field, chosen)
        profile.save(update_fields=[self.field])

    def set_on(self, response, chosen) -> None:
        """Let the browser look so to whoever has not chosen for themselves."""
        response.set_cookie(
            self.cookie,
            chosen if chosen in self.choices else self.usual,
            max_age=COOKIE_AGE,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


TEXT_SIZE = Look(
    "text_size",
    "data-text",
    {"normal": _("Normal text"), "large": _("Large text"), "largest": _("Largest text")},
)
CONTRAST = Look("contrast", "data-contrast", {"normal": _("Normal contrast"), "more": _("High contrast")})
LOOKS = (TEXT_SIZE, CONTRAST)


def put_back(request, response) -> None:
    """Let a lab computer look again as the school has set it: the next person begins with that. Runs a query."""
    try:
        computer = lab.computer_of(request)
    except DatabaseError:  # signing out works without a database
        return
    if computer:
        set_up(computer, response)


def set_up(computer, response) -> None:
    """Let this browser look as its lab computer is set."""
    for look in LOOKS:
        look.set_on(response, getattr(computer, look.field))
