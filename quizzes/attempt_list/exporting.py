"""The attempts as a file for a spreadsheet: one line an attempt."""

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from languages import spreadsheets


def as_csv(rows):
    """Return the rows as text, in the words and with the separator of the reader's language."""
    head = [_("Learner"), _("Login"), pgettext("an attempt", "Began"), pgettext("an attempt", "Ended")]
    head += [_("Result"), _("What was unusual")]
    return spreadsheets.as_csv([head, *map(_line, rows)])


def _line(row):
    attempt = row.attempt
    times = [_minute(attempt.started_at), _minute(attempt.finished_at)]
    return [row.name, attempt.learner.get_username(), *times, row.result, " ".join(row.remarks)]


def _minute(time):
    """Every spreadsheet knows 2026-11-24 09:30 for a time, wherever it was bought."""
    return f"{localtime(time):%Y-%m-%d %H:%M}" if time else ""
