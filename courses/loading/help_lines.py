"""The help lines of the site's settings, from a file of their own."""

import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from lessons.models import HelpLine, HelpLines
from lessons.models.help_lines import LANGUAGES

from .deciding import Outcome, decide, digest
from .errors import ContentError, ContentErrors
from .files import HELP_LINES, Entry, PageFile, read_entry
from .memory import Memory
from .words import words_in

DATES = ("checked_on", "check_again_by")


def read_help_lines(folder, languages):
    """Return the wanted lines, each {field: value}; None where there is no such file. Raises ContentErrors."""
    file = Path(folder) / HELP_LINES
    try:
        return _read(file, languages) if file.exists() else None
    except ContentError as error:
        raise ContentErrors([error]) from error


def _read(file, languages):
    page_file = PageFile(file, HELP_LINES, read_entry(file))
    lines = page_file.entry.get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, Entry) for line in lines):
        raise page_file.error(_("write a list here, each member starting with “- id:”"), "lines")
    return [_line(page_file, line, languages) for line in lines]


def load_help_lines(wanted, report, *, overwrite=False):
    """Bring the lines into the settings, unless somebody has changed them there."""
    memory = Memory("help-lines")
    settings = HelpLines.objects.first()
    shown = [_plain(line) for line in settings.lines.all()] if settings else None
    outcome = decide(digest(wanted), digest(shown), memory.page, overwrite=overwrite)
    if outcome in (Outcome.CREATED, Outcome.UPDATED):
        with transaction.atomic():
            _write(settings or HelpLines.objects.create(), wanted)
    if outcome == Outcome.KEPT:
        report.kept(HELP_LINES)
    else:
        memory.page = digest(wanted)
        memory.save()


def _write(settings, wanted):
    HelpLine.objects.filter(settings=settings).delete()
    for number, line in enumerate(wanted):
        HelpLine.objects.create(settings=settings, sort_order=number, **line)
    settings.save()


def _line(page_file, entry, languages):
    for name in ("number", "name", "note", *DATES):
        if name not in entry:
            raise page_file.error(_("“%(name)s:” is missing here") % {"name": name}, entry=entry)
    if not isinstance(entry["number"], str):
        raise page_file.error(_("put the number into quotes"), "number", entry=entry)
    for name in DATES:
        if type(entry[name]) is not datetime.date:
            raise page_file.error(_("write a date as 2027-11-23"), name, entry=entry)
    said = {
        f"{name}_{language}": words_in(page_file, entry, name, language, languages)
        if language in languages
        else ""
        for name in ("name", "note")
        for language in LANGUAGES
    }
    return {"number": entry["number"]} | said | {name: entry[name] for name in DATES}


def _plain(line):
    names = [field.name for field in HelpLine._meta.concrete_fields]
    return {name: getattr(line, name) for name in names if name not in ("id", "settings", "sort_order")}
