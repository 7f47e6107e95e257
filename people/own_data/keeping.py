"""What has been kept for as long as the school's rules say, and is to go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import ModelLogEntry

from people.models import KeepingRules, Photo
from people.roles import is_staff

from .erasing import erase

MONTH = timedelta(days=30.44)


@dataclass(frozen=True)
class Old:
    """Something that is over its time: what it is in words, how many there are, and how to let go of it."""

    words: str
    number: int
    let_go: Callable


def whatever_is_old(now=None) -> list[Old]:
    """Return what is over its time, ours and what other apps tell under the Wagtail hook `lifelong_past_keeping`.

    A function under the hook is called with the time and returns a list of (words, queryset to be deleted).
    """
    rules, now = KeepingRules.current(), now or timezone.now()
    accounts = _unused_accounts(rules, now)
    told = [pair for tell in hooks.get_hooks("lifelong_past_keeping") for pair in tell(now)]
    rows = [
        (_("Wrong tries to sign in"), _wrong_tries(rules, now)),
        (_("Sessions that have ended"), Session.objects.filter(expire_date__lt=now)),
        (_("Notes of what staff did with accounts"), _notes(rules, now)),
        (_("Photos that nobody agrees to any more"), Photo.objects.left_over()),
        *told,
    ]
    return [
        Old(_("Accounts that nobody signs in to"), len(accounts), lambda: _erase_all(accounts)),
        *(Old(words, found.count(), found.delete) for words, found in rows),
    ]


def _unused_accounts(rules, now):
    """Return the learners who have not signed in for so long; whoever never did counts from when they were made.

    Time is counted a month beyond the latest sign-in of anybody, and no further: the clock of an old computer that
    starts with a dead battery may be years ahead, and erases nobody.
    """
    people = get_user_model()._default_manager.exclude(learner_profile__is_nobody=True)
    latest = people.aggregate(at=Max("last_login"))["at"]
    if not rules.account_months or latest is None:
        return []
    since = min(now, latest + MONTH) - rules.account_months * MONTH
    never = Q(last_login=None, learner_profile__created_at__lt=since)
    old = people.filter(Q(last_login__lt=since) | never).select_related("learner_profile")
    return [person for person in old if not is_staff(person)]


def _wrong_tries(rules, now):
    return AccessAttempt.objects.filter(attempt_time__lt=now - timedelta(days=rules.sign_in_days))


def _notes(rules, now):
    kind = ContentType.objects.get_for_model(get_user_model())
    notes = ModelLogEntry.objects.filter(content_type=kind)
    return notes.filter(timestamp__lt=now - rules.log_months * MONTH) if rules.log_months else notes.none()


def _erase_all(people):
    for person in people:
        erase(person)
