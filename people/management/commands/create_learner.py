from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from people import accounts
from people.forms import valid_password


class Command(BaseCommand):
    help = "Make an account for a learner and print its password, once."

    def add_arguments(self, parser):
        parser.add_argument("login")
        parser.add_argument("--name", default="", help="how the learner wants to be called")
        parser.add_argument("--language", default="", choices=["", *dict(settings.LANGUAGES)])
        parser.add_argument("--password", help="a readable random one is made if none is given")

    def handle(self, login, name, language, password, **options):
        if accounts.is_taken(login):
            raise CommandError(f"Somebody has the login {login} already.")
        password = checked(password, login) if password else accounts.readable_password()
        accounts.create_learner(login, password, name, language)
        self.stdout.write(password)


def checked(password: str, login: str) -> str:
    try:
        return valid_password(password, login)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
