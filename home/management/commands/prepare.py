"""`manage.py prepare`: everything that must be there before the site is served."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.urls import reverse


class Command(BaseCommand):
    help = "Prepares the database, the first content, an administrator and the files. Safe to run again and again."

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000", help="where the site will be served")

    def handle(self, *, port, **options):
        self._say("Database …")
        call_command("migrate", verbosity=0, interactive=False)
        self._say("Content …")
        call_command("content", "load", if_empty=True, stdout=self.stdout)
        call_command("rebuild_search", if_empty=True, stdout=self.stdout)
        call_command("create_administrator", stdout=self.stdout)
        self._say("Files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("sweep_files", stdout=StringIO())
        self._say(addresses(settings.ALLOWED_HOSTS, port))

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def addresses(hosts, port):
    """Return where to go, in few words: this computer, and the others if its address is known."""
    here, *others = [host for host in hosts if host[0].isalnum() and host != "127.0.0.1"] or ["localhost"]
    port = "" if port == "80" else f":{port}"
    return "\n".join(
        [
            "",
            f"Learners:  http://{here}{port}/",
            *[f"           http://{host}{port}/" for host in others],
            f"Teachers:  http://{here}{port}{reverse('wagtailadmin_home')}",
            "To stop:   Ctrl+C",
        ]
    )
