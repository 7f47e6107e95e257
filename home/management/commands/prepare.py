"""`manage.py prepare`: everything that must be there before the site is served."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.urls import reverse

from courses.loading import is_loaded


class Command(BaseCommand):
    help = "Prepares the database, the first content, an administrator and the files. Safe to run again and again."

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000", help="where the site will be served")
        parser.add_argument(
            "--rest-later",
            action="store_true",
            help="load the first module only; a process of its own loads the rest while the site is served",
        )
        parser.add_argument(
            "--content",
            type=Path,
            default=Path(settings.BASE_DIR) / "content",
            help="where the course files are",
        )

    def handle(self, *, port, content, rest_later, **options):
        self._say("Database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("replay_erasures", stdout=StringIO())
        self._say("Content …")
        call_command(
            "content", "load", str(content), if_empty=True, only_first=rest_later, stdout=self.stdout
        )
        call_command("rebuild_search", if_empty=True, stdout=self.stdout)
        call_command("create_groups")
        call_command("create_administrator", stdout=self.stdout)
        self._say("Files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("sweep_files", stdout=StringIO())
        call_command("sweep_people", do=True, stdout=StringIO())
        self._say(addresses(settings.ALLOWED_HOSTS, port))
        if not is_loaded():
            self._say("\nThe other lessons are being loaded. The site is open meanwhile.")
            load_the_rest(content)

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def load_the_rest(content):
    """Begin to load what is missing, in a process that gives way to the server and ends with the same Ctrl+C."""
    manage = Path(settings.BASE_DIR) / "manage.py"
    command = [sys.executable, str(manage), "content", "load", str(content), "--if-empty"]
    subprocess.Popen(command, preexec_fn=lambda: os.nice(10))  # noqa: S603 - our own command


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
