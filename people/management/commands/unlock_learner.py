from django.core.management.base import BaseCommand

from people import locks


class Command(BaseCommand):
    help = "Let somebody who mistyped a password too often try again at once."

    def add_arguments(self, parser):
        parser.add_argument("login")

    def handle(self, login, **options):
        cleared = locks.unlock(login)
        self.stdout.write(f"{login} may try again." if cleared else f"{login} was not held up.")
