"""Making accounts for people, who need a login and a password and never an e-mail address."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction

from people.models import LearnerProfile

# Letters that a child can tell apart on paper: no l or i, no c beside k.
CONSONANTS = "bdfghkmnprstvz"
VOWELS = "aeou"


@transaction.atomic
def create_learner(login: str, password: str, call_name: str = "", language: str = ""):
    """Make an account with its profile and return the learner.

    Raises IntegrityError when somebody has the login already.
    """
    User = get_user_model()
    learner = User._default_manager.create_user(**{User.USERNAME_FIELD: login, "password": password})
    LearnerProfile.objects.create(learner=learner, call_name=call_name, language=language)
    return learner


def is_taken(login: str) -> bool:
    """Say whether somebody has this login, or one that differs in capitals only."""
    User = get_user_model()
    return User._default_manager.filter(**{f"{User.USERNAME_FIELD}__iexact": login}).exists()


def readable_password() -> str:
    """Return a random password that can be read out and typed, such as "bomuka-tesogu-47" (41 bits)."""
    words = ("".join(syllable() for _ in range(3)) for _ in range(2))
    return "-".join([*words, str(secrets.randbelow(90) + 10)])


def syllable() -> str:
    return secrets.choice(CONSONANTS) + secrets.choice(VOWELS)
