"""What waits for a mark, or was judged, as a file for a spreadsheet, such as to share the work out among teachers."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from languages import spreadsheets
from languages.reading import titles_of

from ..naming import names_of
from .desk import mark_of, stem_of


def as_csv(answers, with_marks=False):
    """Return the submissions as text, in the words and with the separator of the reader's language."""
    rows = list(answers)
    names = names_of(one.response.attempt.learner for one in rows)
    titles = titles_of(one.page_key for one in rows)
    lines = [[_("Learner"), _("Question"), _("Quiz"), _("Handed in")] + [_("Mark")] * with_marks]
    for one in rows:
        handed_in = date_format(localtime(one.handed_in_at), "SHORT_DATETIME_FORMAT")
        learner = names[one.response.attempt.learner_id]
        line = [learner, stem_of(one), titles.get(one.page_key, ""), handed_in]
        lines.append(line + ([mark_of(one)] if with_marks else []))
    return spreadsheets.as_csv(lines)
