from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password

from people import lab
from people.sign_in_secrets import is_right, secret_in_use


class LearnerBackend(ModelBackend):
    """Django's own backend, which also knows PINs and pictures and brings the learner's profile along."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        """Return the learner whose password, PIN or pictures these are, or None."""
        known = super().authenticate(request, username=username, password=password, **kwargs)
        return known or self.by_secret(request, username, password)

    def by_secret(self, request, login, typed):
        """Return the learner whose secret was typed, where that may be used: short ones at lab computers only."""
        people = get_user_model()._default_manager.select_related("lifelong_secret")
        learner = people.filter(**{get_user_model().USERNAME_FIELD: login or ""}).first()
        secret = learner and secret_in_use(learner)
        if not secret or not typed:
            make_password(typed)  # as slow as for somebody who has a secret, so the time tells nothing
            return None
        is_here = not secret.is_for_the_lab or (request and lab.computer_of(request))
        is_known = is_right(secret, typed) and self.user_can_authenticate(learner)
        return learner if is_here and is_known else None

    def get_user(self, user_id):
        """Return the signed-in learner and their profile in one query, also where there is none yet."""
        learner = self.find(user_id)
        return learner if learner and self.user_can_authenticate(learner) else None

    def find(self, user_id):
        people = get_user_model()._default_manager.select_related("learner_profile")
        return people.filter(pk=user_id).first()
