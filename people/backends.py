from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend


class LearnerBackend(ModelBackend):
    """Django's own backend, which brings the learner's profile along with the learner."""

    def get_user(self, user_id):
        """Return the signed-in learner and their profile in one query, also where there is none yet."""
        learner = self.find(user_id)
        return learner if learner and self.user_can_authenticate(learner) else None

    def find(self, user_id):
        people = get_user_model()._default_manager.select_related("learner_profile")
        return people.filter(pk=user_id).first()
