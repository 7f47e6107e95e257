"""`manage.py content load`: the starter courses, from files into the site."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from courses.loading import ContentErrors, Report, is_loaded, load


class Command(BaseCommand):
    help = "Loads the course files into the site. Running it again updates what it made and keeps teachers' changes."

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["load"])
        parser.add_argument("folder", nargs="?", type=Path, help="where the files are; by default content/")
        parser.add_argument(
            "--overwrite", action="store_true", help="replace what teachers have changed, too"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing if the site has content already"
        )

    def handle(self, *, folder, overwrite, if_empty, **options):
        if if_empty and is_loaded():
            self.stdout.write(_("The site has content already."))
            return
        report = Report(self._say)
        try:
            load(folder or Path(settings.BASE_DIR) / "content", report, overwrite=overwrite)
        except ContentErrors as error:
            raise CommandError(_("Nothing was loaded.") + f"\n{error}") from error
        self.stdout.write(report.summary())

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
