"""Facts and help lines say when they were checked and when to check them again, and that day is not past."""

from django.utils.translation import gettext as _

from courses.loading.files import HELP_LINES, read_entry

from ..finding import Finding


def find_wrong_dates(content):
    for page in content.of_type("sources"):
        yield from _judged(page.file, page.entry.get("facts") or [], content.today)
    help_lines = content.folder / HELP_LINES
    if help_lines.exists():
        yield from _judged(help_lines, read_entry(help_lines)["lines"], content.today)


def _judged(file, entries, today):
    for entry in entries:
        line = entry.line_of("check_again_by")
        if entry["check_again_by"] <= entry["checked_on"]:
            yield Finding(file, line, _("this day is not after the day on which it was checked"))
        if entry["check_again_by"] < today:
            yield Finding(file, line, _("look at the source again, then enter the new dates"))
