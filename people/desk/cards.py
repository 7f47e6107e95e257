"""Cards for signing in: a name, a login, a QR code that fills in the login and never the secret."""

from dataclasses import dataclass
from urllib.parse import quote

import segno
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from people.models import Membership

from .giving import Given


@dataclass(frozen=True)
class Card:
    member: Membership
    address: str
    given: Given | None = None

    @property
    def name(self):
        return self.member.name

    @property
    def login(self):
        return self.member.learner.get_username()

    @property
    def qr(self) -> SafeString:
        """Return the code as inline SVG; it holds nothing but the address."""
        code = segno.make(self.address, error="m", micro=False)
        return mark_safe(code.svg_inline(scale=3, border=2))  # noqa: S308 - made of squares by segno


def card_of(request, member, given=None) -> Card:
    """Return the card of somebody in a class, with a new secret on it where one was given just now."""
    path = reverse("lifelong_people:sign-in-with-login")
    address = request.build_absolute_uri(f"{path}?login={quote(member.learner.get_username())}")
    return Card(member, address, given)
