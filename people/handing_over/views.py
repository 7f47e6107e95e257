from django.conf import settings
from django.contrib.auth import authenticate
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import locks, signing
from people.door.asking import question_for
from people.landing import query_of, wanted_url
from people.models import name_of

from . import locking
from .addresses import locked_url

private = cache_control(no_store=True, private=True)


@private
@require_POST
def lock(request):
    """Lock the screen: the page's script says that nobody is there, or somebody pressed the button."""
    if not request.user.is_authenticated:
        return redirect("lifelong_people:sign-in")
    if not locking.lock(request):
        signing.forget(request)  # no page stays open behind a lock that is not there
    response = HttpResponseRedirect(locked_url(request.POST.get("next", "")))
    signing.forget_pages(response)
    return response


@private
@require_safe
def here(request):
    """Give the page's script the warning; the middleware notes that its person's browser was here.

    `?admin` is asked by the pages of the admin, where what was not saved yet goes.
    """
    if not request.user.is_authenticated:
        return redirect("lifelong_people:sign-in")
    return render(request, "people/handing_over/warning.html", {"is_admin": "admin" in request.GET})


@private
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def locked(request):
    """Ask the same person for their secret, or let somebody else begin anew."""
    if not request.user.is_authenticated:
        return redirect("lifelong_people:sign-in")
    onward = wanted_url(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
    if not locking.is_locked(request):
        return HttpResponseRedirect(onward)
    question = question_for(request.user)(request.POST if request.method == "POST" else None)
    status, key = 200, request.session.session_key
    if question.is_whole:
        try:
            if is_same_person(request, question.secret):
                locking.unlock(request)
                return HttpResponseRedirect(onward)
            question = question.refused(locks.refusal(request, question.wrong))
        except OperationalError:
            locking.stay_locked(request, key)
            question, status = question.refused(signing.NO_ROOM), 503
    context = {"question": question, "name": name_of(request.user), "query": query_of(request)}
    return render(request, "people/handing_over/locked.html", context, status=status)


def is_same_person(request, secret) -> bool:
    known = authenticate(request, username=request.user.get_username(), password=secret)
    return known is not None and known.pk == request.user.pk
