"""Filling a lesson's holes for one learner."""

from django.db import OperationalError
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from quizzes.models import Response
from quizzes.permitting import may_answer
from quizzes.prepared import Prepared
from quizzes.showing import AnswerFillers, language_buttons

from .activities.doing import visit
from .activities.showing import show_end
from .choosing import ReaderFillers
from .completion import left_to_answer, left_to_do
from .models.records import LessonRecord
from .progress_words import say_progress


class LessonFillers:
    """One learner's view of a lesson. Runs two queries, one more write at the very first visit."""

    def __init__(self, page, request, facts, errors=None):
        self.page = page
        self.request = request
        self.facts = facts
        self.readers = ReaderFillers(request, self.may_answer)
        self.answers = AnswerFillers(page, request, facts["items"], self._responses, errors=errors)

    def as_dict(self):
        own = self.answers.as_dict() | {"completion": self.completion, "invitation": self.invitation}
        own |= {"activity": self.activity, "reader": self.readers.choice, "variant": self.readers.opening}
        if self.may_answer:
            return own | {"languages": lambda: language_buttons(self.facts)}
        return own | {"csrf": str}  # nobody to post anything, and no cookie for a visitor

    @cached_property
    def may_answer(self):
        return may_answer(self.page, self.request)

    @cached_property
    def left(self):
        item_ids = [item.id for item in self.facts["items"]]
        current = (self.answers.current(item_id) for item_id in item_ids)
        return left_to_answer(item_ids, [response for response in current if response])

    @cached_property
    def visit(self):
        """The learner's record of the lesson, and the ids of the activities they did."""
        try:
            return visit(self.request.user, self.page.translation_key)
        except OperationalError:  # the disk is full: a lesson can be read all the same
            return LessonRecord(learner=self.request.user, lesson_key=self.page.translation_key), set()

    def activity(self, block_id):
        """Return what stands below an activity. Nobody is asked who cannot be recorded."""
        return show_end(block_id, block_id in self.visit[1]) if self.may_answer else ""

    def completion(self):
        """Say how far the learner has come, in words that explain themselves."""
        if not self.may_answer:
            return ""
        if self.visit[0].is_completed:
            return format_html('<p class="completion" data-done="yes">{}</p>', _("This lesson is done."))
        return format_html('<p class="completion" data-done="no">{}</p>', self._words_of_progress())

    def invitation(self):
        """Tell somebody who may only read how to take part."""
        if self.may_answer or getattr(self.request, "is_preview", False):
            return ""
        if self.request.user.is_authenticated:
            words = _("Join the course to answer the questions and keep your progress.")
        else:
            words = _("Sign in to answer the questions and keep your progress.")
        return format_html('<p class="notice">{}</p>', words)

    def _words_of_progress(self):
        activities = self.facts["activities"]
        undone = left_to_do(activities, self.visit[1])
        return say_progress(len(self.facts["items"]), len(self.left), len(activities), len(undone))

    def _responses(self):
        return _open_responses(self.request.user.pk, self.page.translation_key)


_open_responses = Prepared(
    lambda learner, page_key: Response.objects.filter(
        attempt__learner=learner, attempt__page_key=page_key, attempt__finished_at=None
    )
)
