"""Filling a page's question holes for one learner."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .aliases import alias_of
from .answering import fingerprint
from .feedback import show_feedback, show_hints, show_right_answer, verdict_of
from .judged import latest_submissions, show_standing
from .permitting import may_answer
from .regrading.telling import is_marked_again, show_marked_again
from .returning import server_clock
from .reviewing import Review
from .rules import Mode
from .trying import Tries
from .types.base import MarkedBy

SAVE_FIRST = (
    '<li class="visually-hidden" aria-hidden="true">'
    '<button form="answers" name="do" value="save" tabindex="-1"></button></li>'
)


def language_buttons(facts):
    """Return the language switch as buttons that post the answers first, so that nothing typed is lost.

    The first button of a form is what Enter presses: that one saves and stays.
    """
    buttons = [
        (mark_safe(' aria-current="true"') if code == get_language() else "", code, code, name)
        for code, name, _url in facts.get("languages", [])
    ]
    row = '<li><button form="answers" name="do" value="language:{1}" lang="{2}"{0}>{3}</button></li>'
    return format_html(SAVE_FIRST + "{}", format_html_join("", row, buttons))


def is_marked_by_person(item):
    return item.type is not None and item.type.marked_by == MarkedBy.PERSON


def is_kept_only(item):
    return item.type is not None and item.type.marked_by == MarkedBy.NOBODY


def improve_button(item_id):
    return format_html(
        '<p class="question-actions">'
        '<button class="button button-primary" name="do" value="improve:{}">{}</button></p>',
        item_id,
        _("Hand in again"),
    )


class AnswerFillers:
    """Fills the holes of the questions: what was answered, whether it may be changed, what was said to it.

    `items` are those on screen; `responses` is a function that returns the learner's
    responses and is called once, for somebody who may answer. A test is closed when its time is up; one that
    is finished has a `review`, which says what of it may be seen.
    `errors` and `posted` come from a form that was refused.
    """

    def __init__(
        self, page, request, items, responses, *, is_closed=False, review=None, tries=None, errors=None
    ):
        self.page = page
        self.request = request
        self.items = {item.id: item for item in items}
        self.fetch = responses
        self.is_result = review is not None
        self.review = review or Review()
        self.tries = tries or Tries()
        self.is_closed = is_closed
        self.errors = errors or {}

    def as_dict(self):
        return {
            "answer": self.answer,
            "was": self.was,
            "state": self.state,
            "feedback": self.feedback,
            "disabled": self.disabled,
            "learner": lambda: alias_of(self.request.user),
            "now": server_clock,
        }

    @cached_property
    def may_answer(self):
        return may_answer(self.page, self.request)

    def disabled(self, item_id=None):
        """A finished test is closed, but for an answer that a teacher gave back."""
        is_open = self.may_answer and not self.is_closed and (not self.is_result or self.may_improve(item_id))
        return "" if is_open and not (item_id and self.is_settled(item_id)) else "disabled"

    def is_settled(self, item_id):
        """Tell whether the answer was checked and stands, though the test goes on."""
        return not self.is_result and self.tries.is_settled(self.items[item_id], self.current(item_id))

    @cached_property
    def submissions(self):
        """{response pk: latest submission} of what people mark. Runs no query where nothing of the kind is answered."""
        answered = (self.current(item.id) for item in self.items.values() if is_marked_by_person(item))
        return latest_submissions([response for response in answered if response])

    def may_improve(self, item_id):
        response = self.is_result and item_id and self.current(item_id)
        submission = response and self.submissions.get(response.pk)
        return bool(submission and submission.judgement and submission.judgement.is_returned)

    @cached_property
    def responses(self):
        """{item id: response}. Empty for a visitor, without a query."""
        if not self.may_answer:
            return {}
        return {str(response.item_id): response for response in self.fetch()}

    def current(self, item_id):
        """Return the response to the item as it is on screen; one to an older version of it does not count."""
        response = self.responses.get(item_id)
        if response and response.item_version_id == self.items[item_id].pk:
            return response
        return None

    def answer(self, item_id, what, argument=""):
        item = self.items[item_id]
        if item_id in self.errors:
            shown = self._typed(item)
        else:
            response = self.current(item_id)
            shown = response.answer if response else None
        return item.type.slot_for(self.request, item, shown, what, argument)

    def _typed(self, item):
        """Return what was typed: whole where it can be read, and was only not saved."""
        try:
            return item.read(self.request.POST)
        except ValidationError:
            return item.type.echo(self.request.POST, item.field_name)

    def was(self, item_id):
        response = self.current(item_id)
        return fingerprint(response.answer if response else None)

    def state(self, item_id):
        """Return one word for the style sheet: open, answered, right, partly or wrong."""
        response = self.current(item_id)
        if response is None or not response.counts:
            is_wrong = self.is_result and self.review.marks and not is_kept_only(self.items[item_id])
            return "wrong" if is_wrong else "open"
        if response.fraction is None or not self.review.marks:
            return "answered"
        if self.tries.is_right(self.items[item_id], response):
            return "right"
        return verdict_of(response.fraction)[0]

    def feedback(self, item_id):
        if item_id in self.errors:
            error = format_html('<p class="field-error" role="alert">{}</p>', self.errors[item_id])
            return format_html("{}{}", error, self._standing(item_id))
        parts = (self._said_to(item_id), self._hints(item_id), self._right_answer(item_id))
        return format_html("{}{}{}", *parts)

    def _said_to(self, item_id):
        item, response = self.items[item_id], self.current(item_id)
        if response is None or (self.is_result and not response.counts):
            return self._why_empty(item_id)
        submission = self.submissions.get(response.pk)
        if self.is_result and self.review.marks and is_marked_again(item, response, submission):
            return show_marked_again(item, response)
        if is_marked_by_person(item):
            return self._standing(item_id)
        if response.fraction is None or response.answer is None or not self.review.marks:
            return ""
        return show_feedback(
            item,
            response.answer,
            response.language,
            get_language(),
            with_reasons=self.review.reasons,
            with_explanation=self.is_result or not self._has_hints_left(item_id),
        )

    def _has_hints_left(self, item_id):
        """Tell whether another try would bring another hint: then nothing may be told that ends the search."""
        item, response = self.items[item_id], self.current(item_id)
        is_over = self.tries.are_used_up(item, response) or self.tries.is_right(item, response)
        return bool(item.hints) and not is_over

    def _hints(self, item_id):
        """Return the hints that wrong tries have earned by now."""
        item = self.items[item_id]
        due = 0 if self.is_result else self.tries.hints_due(item, self.current(item_id))
        return show_hints(item, due, get_language())

    def _right_answer(self, item_id):
        """Return the right answer where it is due: in a finished test as its rules say, or after the last hint."""
        item, response = self.items[item_id], self.current(item_id)
        if response and self.tries.is_right(item, response):
            return ""
        is_due = self.review.answers if self.is_result else self._gave_all_tries(item, response)
        return show_right_answer(item, get_language()) if is_due else ""

    def _gave_all_tries(self, item, response):
        is_practice = self.tries.is_lesson or self.tries.rules.mode == Mode.PRACTICE
        return bool(is_practice and item.hints and response and self.tries.are_used_up(item, response))

    def _standing(self, item_id):
        """Return what the teacher said to an answer that people mark, with a button where it may be improved."""
        response = self.current(item_id)
        if response is None or not is_marked_by_person(self.items[item_id]):
            return ""
        button = improve_button(item_id) if self.may_improve(item_id) else ""
        submission = self.submissions.get(response.pk)
        if not self.review.marks and not button:
            return ""
        return show_standing(self.items[item_id], response, submission, get_language(), button)

    def _why_empty(self, item_id):
        if item_id in self.responses and not self.is_result:
            return format_html(
                '<p class="notice">{}</p>',
                _("This question has changed since you answered it. Please answer it again."),
            )
        if self.is_result:
            return format_html('<p class="notice">{}</p>', _("This question was not answered."))
        return ""
