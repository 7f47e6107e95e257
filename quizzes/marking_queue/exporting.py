"""What waits for a mark as a file for a spreadsheet, such as to share the work out among teachers."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from languages import spreadsheets
from languages.reading import titles_of

from ..naming import names_of
from .desk import stem_of


def as_csv(waiting):
    """Return the submissions as text, in the words and with the separator of the reader's language."""
    rows = list(waiting)
    names = names_of(one.response.attempt.learner for one in rows)
    titles = titles_of(one.page_key for one in rows)
    lines = [[_("Learner"), _("Question"), _("Quiz"), _("Handed in")]]
    for one in rows:
        handed_in = date_format(localtime(one.handed_in_at), "SHORT_DATETIME_FORMAT")
        learner = names[one.response.attempt.learner_id]
        lines.append([learner, stem_of(one), titles.get(one.page_key, ""), handed_in])
    return spreadsheets.as_csv(lines)
