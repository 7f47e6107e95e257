"""Somebody whose sign-in ended while they were answering: what is known of them, and the way back."""

import time

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect, resolve_url
from django.templatetags.static import static
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _


def alias_of(learner):
    """Return a name for a learner that says nothing, by which a browser keeps apart what it keeps; "" for a visitor."""
    if not learner.is_authenticated:
        return ""
    return salted_hmac("lifelong-learner", str(learner.pk)).hexdigest()[:16]


def is_anothers(request):
    """Tell whether what was posted was written on a page made for somebody else."""
    return request.POST.get("learner", alias_of(request.user)) != alias_of(request.user)


def server_clock():
    """Return milliseconds, by which a page measures how old an answer is."""
    return int(time.time() * 1000)


def kept_answers(request, facts):
    """Return the script that sends what this learner's browser has kept, for pages without questions as well."""
    if not request.user.is_authenticated:
        return ""
    return format_html(
        '<div class="kept-answers" role="status" data-kept-answers data-learner="{}" data-now="{}"'
        ' data-words-sent="{}"></div><script type="module" src="{}"></script>',
        alias_of(request.user),
        server_clock(),
        _("Answers that were kept on this computer are saved now."),
        static("quizzes/js/saving.js"),
    )


def to_sign_in(request, wants_json):
    """Send somebody to sign in and come back here."""
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.path})}"
    if not wants_json:
        return redirect(address)
    if request.user.is_authenticated:
        message = _("Somebody else is signed in now. Sign in again as yourself: your answers are kept.")
    else:
        message = _("You are signed out. Sign in again: your answers are kept.")
    return JsonResponse({"message": message, "sign_in": address}, status=401)
