"""Giving somebody a new secret of some kind, which is shown once."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from people import locks, pins, signs
from people.accounts import create_learner, readable_password
from people.models import LearnerProfile
from people.sign_in_secrets import Kind, as_text, digest_of, keep, keep_password, secret_of

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


def give(learner, kind: str, by) -> Given:
    """Make a secret by chance, let the learner in with it at once, and note who gave it."""
    return hand_out(learner, make(kind), by)


def make(kind: str) -> tuple[Given, str]:
    """Return a secret made by chance, and its digest, which takes half a second. Nobody has it yet."""
    if kind == PASSWORD:
        password = readable_password()
        return Given(kind, text=password), make_password(password)
    if kind == PICTURES:
        chosen = signs.make_pictures()
        return Given(kind, pictures=tuple((key, signs.THINGS[key]) for key in chosen)), digest_of(
            as_text(chosen)
        )
    pin = pins.make_pin(in_the_lab=kind == LAB_PIN)
    return Given(kind, text=pin), digest_of(pin)


@transaction.atomic
def hand_out(learner, made, by) -> Given:
    """Let a learner in with what was made."""
    given, digest = made
    if given.kind == PASSWORD:
        keep_password(learner, digest)
    else:
        kind = Kind.PICTURES if given.kind == PICTURES else Kind.PIN
        keep(learner, kind, digest, in_the_lab=given.kind != HOME_PIN)
    locks.unlock(learner.get_username())
    log(instance=learner, action="lifelong.new_secret", user=by, data={"kind": given.kind})
    return given


def unlock(learner, by) -> None:
    """Let somebody who was held up try again at once, and note who allowed it."""
    locks.unlock(learner.get_username())
    log(instance=learner, action="lifelong.unlocked", user=by)


def welcome(cohort, *, kind, **who):
    """Make an account in a class; return (membership, what was given)."""
    return welcome_with(cohort, make(kind), **who)


@transaction.atomic
def welcome_with(cohort, made, *, login, call_name, language, by, sign="", full_name=""):
    """The same with a secret that was made before."""
    learner = create_learner(login, None, call_name, language)
    known = {"sign": sign, "full_name": full_name, "place": cohort.place}
    LearnerProfile.objects.filter(learner=learner).update(**known)
    return cohort.add(learner), hand_out(learner, made, by)


def kind_of(learner) -> str:
    """Return which of `KINDS` a learner signs in with."""
    secret = secret_of(learner)
    if secret is None:
        return PASSWORD
    if secret.kind == Kind.PICTURES:
        return PICTURES
    return LAB_PIN if secret.is_for_the_lab else HOME_PIN
