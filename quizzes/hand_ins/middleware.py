"""A form that is too large is refused by its announced size, before any of it is written anywhere."""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from .limits import MB, in_mb, most_bytes_at_once

READ_OUT = 300 * MB  # a browser that is still sending does not read an answer


class LargeFormMiddleware:
    """Refuses learners' forms above `most_bytes_at_once`; teachers' uploads in the admin have limits of their own.

    Comes after whatever reads no form, as all of Django's middleware: what reads one first is the view's CSRF check.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        size, most = _announced(request), most_bytes_at_once()
        if size <= most or request.path.startswith(_admin_prefix()):
            return self.get_response(request)
        _read_out(request, size)
        return _refuse(request, {"size": in_mb(size), "most": in_mb(most)})


def _announced(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _read_out(request, size):
    left = min(size, READ_OUT)
    while left > 0 and (chunk := request.read(min(left, 64 * 1024))):
        left -= len(chunk)


def _refuse(request, figures):
    if "application/json" in request.headers.get("Accept", ""):
        message = _("Too much at once: %(size)s MB. At most: %(most)s MB.") % figures
        return JsonResponse({"message": message}, status=413)
    return render(request, "quizzes/too_large.html", figures, status=413)


def _admin_prefix():
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return "/admin/"
