from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.roles import is_staff

LEAST = 12
WORDS = _("The password of a teacher has %(least)d characters or more. Three or four words are good.")


def check_length(password):
    """Raise ValidationError for a password that is too short for one of the staff."""
    if len(password) < LEAST:
        raise ValidationError(WORDS, code="password_too_short_for_staff", params={"least": LEAST})


class StaffPasswordValidator:
    """Whoever comes into the admin has a long password; learners need not. A password that is in use stays."""

    def validate(self, password, user=None):
        if user is not None and user.pk and is_staff(user):
            check_length(password)

    def get_help_text(self):
        return WORDS % {"least": LEAST}
