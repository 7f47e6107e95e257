"""`manage.py content load` and `content export`: the courses, from files into the site and back."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from courses.loading import ContentErrors, Report, is_loaded, load, one_load
from courses.writing_back import export


class Command(BaseCommand):
    help = (
        "Loads the course files into the site, or exports corrections back. "
        "Loading again updates what it made and keeps teachers' changes."
    )

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["load", "export"])
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
            help="load no more than a site needs to open: the first module and what leads to it",
        )

        parser.add_argument(
            "--only",
            metavar="PATH",
            help="load, of the modules, only this one or those of this course: courses/subject/course/module",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="export: show what would be written, and write nothing"
        )

    def handle(self, *, action, folder, if_empty, **how):
        folder = folder or Path(settings.BASE_DIR) / "content"
        if action == "export":
            self._export(folder, how["dry_run"])
            return
        with one_load(self._tell_waiting):
            if if_empty and is_loaded():
                self.stdout.write(_("The site has content already."))
                return
            try:
                self._load(folder, how)
            except ContentErrors as error:
                raise CommandError(_("Nothing was loaded.") + f"\n{error}") from error
            except KeyboardInterrupt:
                raise CommandError(_("Stopped. The next run goes on from here.")) from None

    def _export(self, folder, dry_run):
        try:
            done = export(folder, dry_run=dry_run)
        except ContentErrors as error:
            raise CommandError(_("Nothing was written.") + f"\n{error}") from error
        for file, diff in done.diffs.items():
            self.stdout.write(diff if dry_run else _("written: %(file)s") % {"file": file})
        if not done.diffs:
            self.stdout.write(_("The files say what the site says."))
        for refusal in done.refusals:
            self.stdout.write(str(refusal))
        if done.refusals:
            raise CommandError(_("Not all could be written: see above."))

    def _load(self, folder, how):
        report = Report(self._say)
        load(folder, report, overwrite=how["overwrite"], only_first=how["only_first"], only=how["only"])
        self.stdout.write(report.summary())

    def _tell_waiting(self):
        self._say(_("Somebody is loading content already. Waiting for them to finish …"))

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
