"""Telling the person at the keyboard what happened to the other languages."""

import logging
from contextvars import ContextVar

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from .errors import NotTheSourceError

logger = logging.getLogger(__name__)
current_request = ContextVar("lifelong_languages_request", default=None)


class NoticesMiddleware:
    """Let signal receivers, which know no request, speak to the editor whose click set them off.

    Stands after MessageMiddleware.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = current_request.set(request)
        try:
            return self.get_response(request)
        finally:
            current_request.reset(token)

    def process_exception(self, request, exception):
        """Turn the refusal of a second source into words, and lead to the page to translate from."""
        if not isinstance(exception, NotTheSourceError):
            return None
        messages.error(request, exception.message)
        return redirect(reverse("wagtailadmin_pages:edit", args=[exception.source.pk]))


def report(notice):
    """Show a notice to the editor, or write it to the log where a script is at work; never silent."""
    request = current_request.get()
    if request is not None and hasattr(request, "_messages"):
        messages.warning(request, notice)
    else:
        logger.warning("%s", notice)
