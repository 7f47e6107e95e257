"""Giving somebody a PIN or three pictures, and knowing them again.

So few digits can be tried out by whoever has the table. So the digest is made of a keyed one: without the
site's SECRET_KEY the table tells nothing. With a new key the old one goes to SECRET_KEY_FALLBACKS, as for sessions.
"""

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac

from people import pins, signs
from people.models import SignInSecret
from people.roles import is_staff

Kind = SignInSecret.Kind


def give_pin(learner, pin: str, *, in_the_lab: bool) -> SignInSecret:
    """Let a learner sign in with a PIN from now on; raises ValidationError for a weak one."""
    pins.check_pin(pin, in_the_lab=in_the_lab)
    return _give(learner, Kind.PIN, pin, in_the_lab=in_the_lab)


def give_pictures(learner, chosen) -> SignInSecret:
    """Let a learner sign in with three pictures from now on, at lab computers only."""
    if signs.read_pictures(chosen) != list(chosen) or len(set(chosen)) < signs.CHOSEN:
        raise ValidationError("Three different pictures make a secret.")
    return _give(learner, Kind.PICTURES, as_text(chosen), in_the_lab=True)


def give_password(learner, password: str) -> None:
    """Let a learner sign in with a password, and with nothing else, from now on."""
    keep_password(learner, make_password(password))


@transaction.atomic
def keep_password(learner, digest: str) -> None:
    """Keep Django's digest of a password, and no other secret."""
    SignInSecret.objects.filter(learner=learner).delete()
    learner.password = digest
    learner.save(update_fields=["password"])


def secret_of(learner) -> SignInSecret | None:
    """Return what a learner signs in with, or None for a password. May run a query."""
    return getattr(learner, "lifelong_secret", None)


def secret_in_use(learner) -> SignInSecret | None:
    """Return the same for the door, where whoever has come to the staff since needs a password. Runs up to two queries.

    A short secret is fit for one's own lessons. It must not open the admin.
    """
    secret = secret_of(learner)
    return None if secret and is_staff(learner) else secret


def is_right(secret: SignInSecret, typed: str) -> bool:
    """Say whether what was typed is the secret. Takes as long as a password does."""
    told = pins.read_pin(typed) if secret.kind == Kind.PIN else typed
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(check_password(_keyed(told, key), secret.digest) for key in keys)


def as_text(chosen) -> str:
    return ",".join(chosen)


def digest_of(text: str) -> str:
    """Return the digest of a PIN or of pictures. As slow as for a password: make it before a transaction begins."""
    return make_password(_keyed(text, settings.SECRET_KEY))


def _give(learner, kind, text, *, in_the_lab):
    return keep(learner, kind, digest_of(text), in_the_lab=in_the_lab)


@transaction.atomic
def keep(learner, kind, digest: str, *, in_the_lab) -> SignInSecret:
    """Let a learner sign in with the PIN or the pictures of this digest, and with nothing else, from now on."""
    learner.set_unusable_password()  # a forgotten password would be a second door
    learner.save(update_fields=["password"])
    secret, _made = SignInSecret.objects.update_or_create(
        learner=learner,
        defaults={
            "kind": kind,
            "digest": digest,
            "is_for_the_lab": in_the_lab,
        },
    )
    return secret


def _keyed(text, key):
    return salted_hmac("people.sign_in_secrets", text, secret=key, algorithm="sha256").hexdigest()
