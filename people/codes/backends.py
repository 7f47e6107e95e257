from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend

from . import keeping


class CodeBackend(BaseBackend):
    """Checks a code where the password was right already.

    It is asked as a password is, so that wrong codes are counted and stopped as wrong passwords are. Nobody is signed
    in by it: `pending` knows who has shown a password.
    """

    def authenticate(self, request, username=None, code=None, **kwargs):
        User = get_user_model()
        person = code and User._default_manager.filter(**{User.USERNAME_FIELD: username}).first()
        return person if person and keeping.is_right(person, code) else None
