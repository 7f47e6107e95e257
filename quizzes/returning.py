"""Somebody whose sign-in ended while they were answering: what is known of them, and the way back."""

import logging
import time

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import redirect, resolve_url
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .aliases import alias_of, is_alias
from .kept_forms import keep_form, may_be_kept, remember_browser

logger = logging.getLogger(__name__)


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


def to_sign_in(page, request, wants_json):
    """Send somebody to sign in and come back here. What they sent without script is kept meanwhile."""
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.path})}"
    if wants_json:
        return JsonResponse({"message": _kept_words(request), "sign_in": address}, status=401)
    response = redirect(address)
    if is_alias(request.POST.get("learner", "")):
        _keep(page, request, response)
    return response


def _keep(page, request, response):
    try:
        if may_be_kept(request):
            remember_browser(response, keep_form(page, request))
            messages.warning(request, _kept_words(request), fail_silently=True)
            return
    except DatabaseError:
        logger.exception("A form could not be kept")
    words = _(
        "You are signed out. What you sent could not be kept: go back in your browser and copy your text first."
    )
    messages.error(request, words, fail_silently=True)


def _kept_words(request):
    if is_anothers(request) and request.user.is_authenticated:
        return _("Somebody else is signed in now. Sign in again as yourself: your answers are kept.")
    if request.user.is_authenticated:
        return _("You signed in again after this page was opened. Sign in once more: your answers are kept.")
    return _("You are signed out. Sign in again: your answers are kept.")
