from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from people import accounts, lab, signing
from people.codes import keeping
from people.door.views import classes
from people.forms import AccountForm, RegisterForm, SignInForm
from people.landing import landing_url, own_url, query_of, wanted_url
from people.looks import LOOKS
from people.models import LearnerProfile, language_of
from people.own_secrets import form_for
from people.roles import is_staff

private = cache_control(no_store=True, private=True)


@private
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request):
    """Let people in: a lab computer shows its classes, any other one asks for login and password.

    Somebody signed in who wants nothing else goes on at once.
    """
    computer = lab.computer_of(request) if request.method in ("GET", "HEAD") else None
    if computer and not request.user.is_authenticated:
        return classes(request, computer)
    return sign_in_with_login(request)


@private
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_with_login(request):
    """Ask for login and password, which work from everywhere."""
    if request.method == "POST":
        form = SignInForm(request, request.POST)
        try:
            if form.is_valid():
                return signing.sign_in(request, form.get_user())
        except OperationalError:
            return _no_room(request)
    elif request.user.is_authenticated and not wanted_url(request):
        # With a wanted page the form stays: whoever sent them here may want somebody else.
        return redirect(landing_url(request, language_of(request.user)))
    else:
        # A card's QR code brings the login, never the secret.
        form = SignInForm(request, initial={"username": request.GET.get("login", "")[:150]})
    return _show_the_door(request, form)


def _no_room(request):
    messages.error(request, signing.no_room(request), fail_silently=True)
    form = SignInForm(request, initial={"username": request.POST.get("username", "")})
    return _show_the_door(request, form, status=503)


def _show_the_door(request, form, status=200):
    context = {"form": form, "may_register": settings_allow_registration(), "query": query_of(request)}
    return render(request, "people/sign_in.html", context, status=status)


@private
@require_POST
def sign_out(request):
    """End the session and show the door to the next person at this computer."""
    with translation.override(lab.language_at(request) or translation.get_language()):
        response = redirect("lifelong_people:sign-in")
        signing.sign_out(request, response)
        messages.success(request, _("You have signed out."), fail_silently=True)
    return response


@private
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request):
    """Let an adult make an account, where the school allows it."""
    if not settings_allow_registration():
        raise Http404
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and make_account(form):
        typed = form.cleaned_data
        learner = authenticate(request, username=typed["username"], password=typed["password"])
        return signing.sign_in(request, learner)
    return render(request, "people/register.html", {"form": form, "query": query_of(request)})


@private
@require_POST
def look(request):
    """Change how pages look to this person, and go back to where they are read."""
    response = HttpResponseRedirect(
        own_url(request, request.POST.get("next", "")) or resolve_url(settings.LOGIN_REDIRECT_URL)
    )
    for each in LOOKS:
        if request.POST.get(each.field) in each.choices:
            each.keep(request, response, request.POST[each.field])
    return response


@sensitive_post_parameters("present", "new", "again")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_secret(request):
    """Let people change their own PIN or password, and sign them out everywhere else."""
    kind = form_for(request.user)
    form = kind and kind(request, request.POST if request.method == "POST" else None)
    if form and form.is_valid():
        form.save()
        messages.success(request, _("Saved. On all other computers you are signed out."), fail_silently=True)
        return redirect("lifelong_people:account")
    may_have_codes = keeping.is_ready() and is_staff(request.user)
    return render(request, "people/own_secret.html", {"form": form, "may_have_codes": may_have_codes})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request):
    """Show and change how a person is called and in which language they read."""
    profile = LearnerProfile.seen_with(request.user) or LearnerProfile(learner=request.user)
    form = AccountForm(request.POST if request.method == "POST" else None, instance=profile)
    if form.is_valid():
        form.save()
        with translation.override(profile.language or translation.get_language()):
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect(reverse("lifelong_people:account"))
    return render(request, "people/account.html", {"form": form})


def settings_allow_registration() -> bool:
    return getattr(settings, "LIFELONG_SELF_REGISTRATION", False)


def make_account(form) -> bool:
    """Make the account that was asked for; say no when somebody else took the login meanwhile."""
    typed = form.cleaned_data
    try:
        accounts.create_learner(
            typed["username"], typed["password"], typed["call_name"], translation.get_language()
        )
    except IntegrityError:
        form.add_error("username", _("Somebody has this login already. Choose another one."))
        return False
    return True
