"""How guessing at passwords is slowed down without shutting out those who know theirs.

django-axes counts; this module tells it what to count. Two counts stop a guesser. Failures for one login:
from unknown browsers at one address together, from each browser that the login has used apart, and from
each lab computer apart. And failures for all logins: from one known browser or lab computer (where only
those who sit there are held up), and from one address for all browsers that nobody knows. Whatever one
guesser does from one place, the two together stay below the bar for spraying, and nobody at another known
browser or lab computer is held up by it. A lock ends by itself, and further tries do not make it longer.
Before the first of the two counts ends in a lock, each further try has to wait for some seconds.

What somebody typed as a login may well be their password, so no table and no log
gets to see it: logins are counted under a keyed digest.
"""

import math
from datetime import timedelta

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Max, Sum
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from people import lab
from people.devices import known_device

ADDRESS_LIMIT = 70  # failed tries from one address, from browsers that nobody knows ...
BROWSER_LIMIT = 30  # ... and from one known browser or lab computer: a hundred together is the bar ...
WINDOW = timedelta(minutes=10)  # ... in this time, far above a class of beginners

COUNTED = {"tries": Sum("failures_since_start"), "last": Max("attempt_time")}


class LearnerLocks(AxesDatabaseHandler):
    """The counts of django-axes, and a limit for whoever goes through many logins."""

    def is_locked(self, request, credentials=None) -> bool:
        """Say whether this try must wait; runs three queries, a fourth to know a lab computer."""
        if super().is_locked(request, credentials) or is_spent(request, credentials):
            return True
        [attempts] = self.get_user_attempts(request, credentials)
        request.lifelong_seconds_left = seconds_left(**attempts.aggregate(**COUNTED))
        return request.lifelong_seconds_left > 0


def seconds_left(tries, last) -> int:
    """Return after how many seconds the next try is looked at. A clock set back makes nobody wait."""
    passed = (timezone.now() - last).total_seconds() if last else 0
    delay = getattr(settings, "LIFELONG_TRY_DELAYS", {}).get(tries, 0)
    return math.ceil(delay - passed) if 0 <= passed < delay else 0


def refusal(request, wrong):
    """Return what to say of a try that let nobody in: `wrong`, or that it came too early and was not looked at."""
    seconds = getattr(request, "lifelong_seconds_left", 0)
    if not seconds:
        return wrong
    return ngettext(
        "That was too quick after the wrong tries. Wait %(seconds)d second, then try again.",
        "That was too quick after the wrong tries. Wait %(seconds)d seconds, then try again.",
        seconds,
    ) % {"seconds": seconds}


def is_spent(request, credentials) -> bool:
    """Say whether this browser, or those at this address that nobody knows, failed too often of late."""
    browser = browser_of(request, login_in(request, credentials))
    recent = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=timezone.now() - WINDOW
    )
    if browser:
        return _failures(recent.filter(username__endswith=f".{browser}")) >= BROWSER_LIMIT
    return _failures(recent.exclude(username__contains=".")) >= ADDRESS_LIMIT


def _failures(attempts) -> int:
    return attempts.aggregate(tries=Sum("failures_since_start"))["tries"] or 0


def browser_of(request, login) -> str:
    """Return the name of the browser where it is one that `login` knows or a lab computer, otherwise ""."""
    computer = lab.computer_of(request)
    return f"lab-{computer.pk}" if computer else known_device(request, login)


def counted_name(request, credentials) -> str:
    """Return the name under which django-axes counts this try."""
    login = login_in(request, credentials)
    browser = browser_of(request, login)
    return f"{digest(login)}.{browser}" if browser else digest(login)


def login_in(request, credentials) -> str:
    """Return the login that was tried: the form calls it username, a user model perhaps otherwise."""
    tried = credentials or request.POST
    return tried.get(get_user_model().USERNAME_FIELD) or tried.get("username") or ""


def digest(login: str) -> str:
    return salted_hmac("people.locks", login, algorithm="sha256").hexdigest()[:32]


def unlock(login: str) -> int:
    """Let somebody try again at once, from everywhere; return how many counts were cleared."""
    return tries_at(login).delete()[0]


def tries_at(login: str):
    """Return the counts of wrong tries at an account, from wherever."""
    return AccessAttempt.objects.filter(username__startswith=digest(login))


def locked_out(request, response=None, credentials=None):
    """Answer a try that came too soon: say in plain words how long to wait.

    Where it is some seconds, the form that was sent has said so (`refusal`), and stays.
    """
    seconds = getattr(request, "lifelong_seconds_left", 0)
    if seconds and response is not None:
        response.status_code, response["Retry-After"] = 429, str(seconds)
        return response
    minutes = minutes_left(request, credentials)
    response = render(request, "people/locked.html", {"minutes": minutes}, status=429)
    response["Retry-After"] = str(minutes * 60)
    add_never_cache_headers(response)
    return response


def minutes_left(request, credentials) -> int:
    """Return the whole minutes after which this login may be tried again, at least one."""
    counted = AccessAttempt.objects.filter(
        username=counted_name(request, credentials), ip_address=request.axes_ip_address
    )
    last = counted.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    if last is None:  # the login is free, so it was the address
        return math.ceil(WINDOW.total_seconds() / 60)
    left = last + get_cool_off(request) - timezone.now()
    return max(1, math.ceil(left.total_seconds() / 60))
