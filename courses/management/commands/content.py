"""`manage.py content load`: the starter courses, from files into the site."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from courses.loading import ContentErrors, Report, is_loaded, load, one_load


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

        parser.add_argument(
            "--only-first",
            action="store_true",
            help="load no more than a site needs to open: what stands above the modules, and the first module",
        )

    def handle(self, *, folder, if_empty, **how):
        with one_load(self._tell_waiting):
            if if_empty and is_loaded():
                self.stdout.write(_("The site has content already."))
                return
            try:
                self._load(folder or Path(settings.BASE_DIR) / "content", how)
            except ContentErrors as error:
                raise CommandError(_("Nothing was loaded.") + f"\n{error}") from error
            except KeyboardInterrupt:
                raise CommandError(_("Stopped. The next run goes on from here.")) from None

    def _load(self, folder, how):
        report = Report(self._say)
        load(folder, report, overwrite=how["overwrite"], only_first=how["only_first"])
        self.stdout.write(report.summary())

    def _tell_waiting(self):
        self._say(_("Somebody is loading content already. Waiting for them to finish …"))

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
