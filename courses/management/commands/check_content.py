"""`manage.py check_content`: what an editor should mend in the course files."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.checking_content import find
from courses.checking_content.table import as_markdown


class Command(BaseCommand):
    help = "Checks the course files: languages, reading level, numbers, feedback, pictures, dates. Needs no database."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, help="where the files are; by default content/")
        parser.add_argument(
            "--table", action="store_true", help="print docs/reading-level.md, the reading level as a table"
        )

    def handle(self, *, folder, table, **options):
        folder = folder or Path(settings.BASE_DIR) / "content"
        if table:
            self.stdout.write(as_markdown(folder), ending="")
            return
        found = find(folder)
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            words = ngettext("%(count)s thing to mend.", "%(count)s things to mend.", len(found))
            raise CommandError(words % {"count": len(found)}, returncode=1)
        self.stdout.write(_("The course files are in order."))
