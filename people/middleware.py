from django.conf import settings


class PrivateResponseMiddleware:
    """What a signed-in person sees is kept by no browser and no proxy: the next one sits at the same PC.

    Anybody with a session cookie counts as signed in. Asking the session itself
    would cost a query on responses that need none, and a stranger with a stale
    cookie loses nothing by not being cached.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_personal(request) and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store, private"
        return response


def is_personal(request) -> bool:
    """Say whether the answer to `request` may be about one person; runs no query."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.modified
    return has_session and not request.path_info.startswith(public_prefixes())


def public_prefixes() -> tuple[str, ...]:
    """Return where static files and media live, unless that is the whole site or another one."""
    prefixes = (settings.STATIC_URL, settings.MEDIA_URL)
    return tuple(prefix for prefix in prefixes if prefix and prefix != "/")
