"""What a learner reads of a question whose mark was changed after the test."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..feedback import verdict_of
from ..judged import points_words
from ..types.base import MarkedBy
from ..types.shares import PLACES


def is_marked_again(item, response, submission=None):
    """Tell whether a response has another mark than its own key, or whoever judged it, gave it. Runs no query."""
    if response.fraction is None or item.type is None:
        return False
    return response.answer is None or response.fraction != _first_mark(item, response, submission)


def show_marked_again(item, response):
    """Return the new verdict as HTML. The old reasons go with the old key, so nobody reads them."""
    state, verdict = verdict_of(response.fraction)
    return format_html(
        '<div class="feedback feedback-{}" role="status"><p class="verdict">{}</p><p>{}</p><p>{}</p></div>',
        state,
        verdict,
        _("This question was marked again after the test."),
        points_words(item, response.fraction),
    )


def _first_mark(item, response, submission):
    if item.type.marked_by == MarkedBy.PERSON:
        judgement = submission and submission.judgement
        return judgement.fraction if judgement else None
    fraction = item.mark(response.answer, response.language).fraction
    return fraction if fraction is None else fraction.quantize(PLACES)
