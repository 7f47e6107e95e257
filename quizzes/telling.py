"""What a learner reads about a test and their attempts at it."""

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .attempting import Reason, attempts_left
from .grading import reaches
from .rounding import rounded
from .rules import Grading

MOST_PLACES = 6


def shown_time(at):
    return date_format(localtime(at), "DATETIME_FORMAT")


def shown_percent(percent, decimals):
    """Return "88 %", which no line breaks in two."""
    return _as_percent(shown_number(percent, decimals))


def shown_result(percent, decimals, pass_mark):
    """As `shown_percent`; with so many places more that what is not enough does not look so: 79.6 is no 80."""
    return _as_percent(shown_number(percent, telling_places(percent, decimals, pass_mark)))


def telling_places(percent, decimals, pass_mark):
    """Return how many decimal places a result takes to lie on the right side of the pass mark, `decimals` at least."""
    is_enough = reaches(percent, pass_mark)
    places = range(decimals, MOST_PLACES)
    tells = (one for one in places if reaches(rounded(percent, one), pass_mark) == is_enough)
    return next(tells, MOST_PLACES)


def shown_number(percent, decimals):
    return number_format(rounded(percent, decimals), use_l10n=True)


def _as_percent(number):
    return (_("%(number)s %%") % {"number": number}).replace(" ", "\xa0")


def shown_minutes(time):
    """Return "15 min", rounded up to whole minutes, or "" for no limit."""
    if time is None:
        return ""
    return _("%(minutes)s min") % {"minutes": -(-int(time.total_seconds()) // 60)}


def say_unwritable():
    """Return what is said when the disk is full, or the database is away."""
    return _("The server cannot write to its disk just now. Tell your teacher, and try again a little later.")


def say_not_saved():
    """Return what stands at an answer that is on screen and not on disk."""
    return _(
        "Not saved: the server cannot write to its disk just now. Tell your teacher, and leave this page open."
    )


def say_refusal(refusal):
    """Return why no attempt can be begun, in the learner's words."""
    sentences = {
        Reason.NOT_YET: _("This test is not open yet. It opens: %(at)s."),
        Reason.CLOSED: _("This test is closed since: %(at)s."),
        Reason.NONE_LEFT: _("You have no attempts left."),
        Reason.PAUSE: _("Take your time to read up. You can try again from: %(at)s."),
    }
    return sentences[refusal.reason] % {"at": refusal.at and shown_time(refusal.at)}


def grade_words(grading):
    """Return what the grade of several attempts is called."""
    return {
        Grading.HIGHEST: _("Your best result"),
        Grading.AVERAGE: _("Your average result"),
        Grading.FIRST: _("Your result: the first attempt counts"),
        Grading.LAST: _("Your result: the last attempt counts"),
    }[grading]


def facts_of(rules, number_of_items, used):
    """Return [(what, how much)] that one should know before beginning."""
    facts = [(_("Questions"), number_of_items), (_("To pass"), shown_percent(rules.pass_mark, 0))]
    left = attempts_left(rules, used)
    if left is None:
        facts.append((_("Attempts"), _("as many as you like")))
    else:
        facts.append(
            (_("Attempts left"), _("%(left)s of %(all)s") % {"left": left, "all": rules.attempt_limit})
        )
    if rules.time_limit:
        facts.append((_("Time"), _("%(minutes)s min") % {"minutes": rules.time_limit}))
    if rules.closes_at:
        facts.append((_("Open until"), shown_time(rules.closes_at)))
    return facts
