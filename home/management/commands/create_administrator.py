"""`manage.py create_administrator`: somebody must be able to get in."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another on paper


class Command(BaseCommand):
    help = (
        "Makes an administrator with a random password and prints it once. Does nothing where there is one."
    )

    def add_arguments(self, parser):
        parser.add_argument("login", nargs="?", default="admin")

    def handle(self, *, login, **options):
        User = get_user_model()
        if User._default_manager.filter(is_superuser=True).exists():
            return
        if User._default_manager.filter(**{User.USERNAME_FIELD: login}).exists():
            raise CommandError(
                f"“{login}” exists and is no administrator. Name another: create_administrator LOGIN"
            )
        password = new_password()
        User._default_manager.create_superuser(
            **{User.USERNAME_FIELD: login, "email": "", "password": password}
        )
        self.stdout.write(f"An administrator was made. Login: {login}   Password: {password}")
        self.stdout.write(
            "Write it down: it is shown this once. Another one: manage.py changepassword " + login
        )


def new_password():
    """Return sixteen random letters and digits in groups of four (79 bits)."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
