import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from people import signing
from people.landing import query_of
from people.roles import is_staff

from . import keeping, pending
from .forms import CodeForm, FirstCodeForm, PresentPasswordForm

private = cache_control(no_store=True, private=True)


@private
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request):
    """Ask somebody whose password was right for their code, and let them in."""
    person = pending.person_of(request)
    if person is None:
        return redirect(reverse("lifelong_people:sign-in") + query_of(request))
    form = CodeForm(request, person, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return signing.open_session(request, person)
    return render(request, "people/codes/ask.html", {"form": form})


@private
@sensitive_post_parameters("code", "present")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_codes(request):
    """Let staff switch their codes on, with the password and a first code, or off, with a code."""
    if not keeping.is_ready() or not is_staff(request.user):
        raise Http404
    deeds = {"begin": begin, "confirm": confirm, "off": switch_off}
    deed = deeds.get(request.POST.get("do"))
    return deed(request) if deed else show(request)


def begin(request):
    if keeping.has_codes(request.user):
        return show(request)
    form = PresentPasswordForm(request, request.POST)
    if not form.is_valid():
        return show(request, form=form)
    keeping.begin(request.user)
    return show(request)


def confirm(request):
    form = FirstCodeForm(request, request.user, request.POST)
    if not form.is_valid():
        return show(request, form=form)
    return render(request, "people/codes/recovery.html", {"codes": form.recovery_codes})


def switch_off(request):
    form = CodeForm(request, request.user, request.POST)
    if not form.is_valid():
        return show(request, form=form)
    keeping.switch_off(request.user)
    messages.success(request, _("You sign in without a code again."), fail_silently=True)
    return redirect("lifelong_people:account")


def show(request, form=None):
    has_codes = keeping.has_codes(request.user)
    telephone = None if has_codes else keeping.waiting(request.user)
    form = form or form_for(request, has_codes, telephone)
    context = {"form": form, "has_codes": has_codes, "telephone": telephone}
    if telephone:
        context |= {"qr": qr_of(telephone), "key": key_of(telephone)}
    return render(request, "people/codes/own.html", context)


def form_for(request, has_codes, telephone):
    """Return what is asked next of somebody who has codes, is about to have them, or has none."""
    if has_codes:
        return CodeForm(request, request.user)
    return FirstCodeForm(request, request.user) if telephone else PresentPasswordForm(request)


def qr_of(telephone):
    """Return the picture that the app reads, as inline SVG."""
    code = segno.make(telephone.config_url, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=4, border=4, light="#fff"))  # noqa: S308 - made of squares by segno


def key_of(telephone) -> str:
    """Return what is typed into the app where there is no camera."""
    key = telephone.config_url.partition("secret=")[2].partition("&")[0]
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))
