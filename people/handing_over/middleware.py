from django.conf import settings
from django.shortcuts import redirect

from people import signing

from . import locking
from .addresses import is_open_while_locked, is_sent_by_itself, locked_url, next_of


class HandOverMiddleware:
    """Show nothing but the lock while a session is locked, and lock one that has been idle.

    Stands after AuthenticationMiddleware. A form that arrives after the idle time is taken in first: what
    somebody wrote before they walked away is saved, and only then the screen locks.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not locking.is_on(request):
            return self.welcomed(request, self.get_response(request))
        if is_open_while_locked(request):
            return self.welcomed(request, self.get_response(request))
        if locking.is_locked(request):
            return redirect(locked_url(request.get_full_path() if is_read(request) else ""))
        if is_sent_by_itself(request):
            return self.get_response(request)
        if not locking.is_idle(request):
            return self.noted(request, self.get_response(request))
        if is_read(request):
            return self.locked(request, next_of(request, None))
        key = request.session.session_key
        response = self.get_response(request)
        if request.session.session_key != key:  # whoever sent this has shown a secret with it
            return self.noted(request, response)
        return self.locked(request, next_of(request, response))

    def welcomed(self, request, response):
        """Begin to watch over a session that was opened or unlocked just now."""
        if request.session.modified and locking.is_on(request) and not locking.is_locked(request):
            locking.note_presence(request, response)
        return response

    def noted(self, request, response):
        if locking.is_on(request):
            locking.note_presence(request, response)
        return response

    def locked(self, request, url):
        if not locking.lock(request):
            signing.forget(request)
        response = redirect(locked_url(url))
        signing.forget_pages(response)
        return response


def is_read(request):
    return request.method in ("GET", "HEAD")
