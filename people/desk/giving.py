"""Giving somebody a new secret of some kind, which is shown once."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from people import locks, pins, signs
from people.accounts import create_learner, readable_password
from people.models import LearnerProfile
from people.sign_in_secrets import Kind, give_password, give_pictures, give_pin, secret_of

LAB_PIN, HOME_PIN, PICTURES, PASSWORD = "lab-pin", "home-pin", "pictures", "password"
KINDS = {
    LAB_PIN: _("PIN, 4 digits (lab only)"),
    HOME_PIN: _("PIN, 6 digits"),
    PICTURES: _("Three pictures (lab only)"),
    PASSWORD: _("Password (long)"),
}


@dataclass(frozen=True)
class Given:
    """A new secret as its owner is told it, once: `text` for a PIN or password, `pictures` as [(key, word)]."""

    kind: str
    text: str = ""
    pictures: tuple = ()


@transaction.atomic
def give(learner, kind: str, by) -> Given:
    """Make a secret by chance, let the learner in with it at once, and note who gave it."""
    given = _WAYS[kind](learner)
    locks.unlock(learner.get_username())
    log(instance=learner, action="lifelong.new_secret", user=by, data={"kind": kind})
    return given


def unlock(learner, by) -> None:
    """Let somebody who was held up try again at once, and note who allowed it."""
    locks.unlock(learner.get_username())
    log(instance=learner, action="lifelong.unlocked", user=by)


@transaction.atomic
def welcome(cohort, *, login, call_name, language, sign, kind, by):
    """Make an account in a class; return (membership, what was given)."""
    learner = create_learner(login, None, call_name, language)
    LearnerProfile.objects.filter(learner=learner).update(sign=sign, place=cohort.place)
    return cohort.add(learner), give(learner, kind, by)


def kind_of(learner) -> str:
    """Return which of `KINDS` a learner signs in with."""
    secret = secret_of(learner)
    if secret is None:
        return PASSWORD
    if secret.kind == Kind.PICTURES:
        return PICTURES
    return LAB_PIN if secret.is_for_the_lab else HOME_PIN


def _pin(learner, *, in_the_lab):
    pin = pins.make_pin(in_the_lab=in_the_lab)
    give_pin(learner, pin, in_the_lab=in_the_lab)
    return Given(LAB_PIN if in_the_lab else HOME_PIN, text=pin)


def _pictures(learner):
    chosen = signs.make_pictures()
    give_pictures(learner, chosen)
    return Given(PICTURES, pictures=tuple((key, signs.THINGS[key]) for key in chosen))


def _password(learner):
    password = readable_password()
    give_password(learner, password)
    return Given(PASSWORD, text=password)


_WAYS = {
    LAB_PIN: lambda learner: _pin(learner, in_the_lab=True),
    HOME_PIN: lambda learner: _pin(learner, in_the_lab=False),
    PICTURES: _pictures,
    PASSWORD: _password,
}
