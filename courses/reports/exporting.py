"""A sheet as a file for a spreadsheet."""

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from languages import spreadsheets


def as_csv(sheet):
    """Return the sheet as text: one line a learner; a quiz has a column with its best percentage, too."""
    return spreadsheets.as_csv([_head(sheet), *(_line(sheet, row) for row in sheet.rows)])


def _head(sheet):
    about = [_("Learner"), _("Login"), _("Joined"), _("Left"), _("Last here"), _("Done"), _("Steps")]
    for heading in sheet.headings:
        title = f"{heading.number} {heading.step.title}"
        about += [title, f"{title}, %"] if heading.step.is_quiz else [title]
    return about


def _line(sheet, row):
    member, enrolment = row.member, row.member.enrolment
    line = [member.name, member.login, _day(enrolment.enrolled_at), _day(enrolment.ended_at)]
    line += [_day(member.last_seen_at), row.done, len(row.cells)]
    for heading, cell in zip(sheet.headings, row.cells, strict=True):
        line += [cell.word, cell.number] if heading.step.is_quiz else [cell.word]
    return line


def _day(time):
    """Every spreadsheet knows 2026-11-24 for a date; 24.11 and 11/24 depend on where it was bought."""
    return localtime(time).date().isoformat() if time else ""
