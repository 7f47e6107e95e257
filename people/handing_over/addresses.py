"""Where a locked session may go, and where it goes on afterwards."""

from urllib.parse import quote

from django.conf import settings
from django.urls import reverse

from people.landing import view_at

OPEN_WHILE_LOCKED = {f"lifelong_people:{name}" for name in ("locked", "lock", "sign-out")}


def is_open_while_locked(request) -> bool:
    """Say whether a request is for the lock itself, for signing out, or for a file that looks the same to everybody."""
    if request.path_info.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return True
    return view_at(request.path_info) in OPEN_WHILE_LOCKED


def is_sent_by_itself(request) -> bool:
    """Say whether a request tells nothing of its person: Wagtail's editor asks every ten seconds who else is here."""
    return view_at(request.path_info).startswith("wagtailadmin_editing_sessions:")


def locked_url(wanted: str) -> str:
    """Return the address of the lock, from where one goes on to `wanted`."""
    url = reverse("lifelong_people:locked")
    return f"{url}?next={quote(wanted, safe='/')}" if wanted else url


def next_of(request, response) -> str:
    """Return where somebody goes on: to where a form would have led them, else to what they asked for."""
    return response.get("Location", "") if response is not None else request.get_full_path()
