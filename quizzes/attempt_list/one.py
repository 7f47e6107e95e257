"""One attempt as it was answered: each question in the version that the learner saw, and what they wrote before."""

from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..erasing import ERASED
from ..feedback import verdict_of
from ..items import Item
from ..judged import latest_submissions, points_words
from ..models.attempts import EarlierAnswer
from ..models.judgements import Submission
from ..shuffling import shuffled
from ..types.base import MarkedBy
from ..versions import get_items, items_of
from .fates import fate_of


@dataclass(frozen=True)
class Said:
    """An answer in words, and the language that these are in."""

    text: str
    language: str


@dataclass(frozen=True)
class Earlier:
    """An answer that does not count, with what it had earned and why it does not count."""

    said: Said | None
    saved_at: datetime
    mark: str
    fate: str


@dataclass
class Answered:
    """One question of an attempt as staff read it. `remark` is what is to be known beside the mark."""

    number: int
    item: Item
    said: Said | None = None
    mark: str = ""
    remark: str = ""
    submission: Submission | None = None
    earlier: list = field(default_factory=list)

    @property
    def stem(self):
        return self.item.say("stem", get_language())

    @property
    def is_private(self):
        """Whether it is the learner's own thoughts, which are kept for them and read by nobody else."""
        return self.item.type is not None and self.item.type.marked_by == MarkedBy.NOBODY


def answered_in(attempt):
    """Return the questions of an attempt in the order in which it asks them. Runs six queries at most."""
    items = get_items(attempt.page_key, attempt.pairs)
    if attempt.rules.shuffle_items:
        items = shuffled(items, attempt.seed, name_of=attrgetter("id"))
    sheet = _Sheet(attempt)
    return [sheet.read(Answered(number, item)) for number, item in enumerate(items, 1)]


class _Sheet:
    """All answers of one attempt, those that count and those before."""

    def __init__(self, attempt):
        self.attempt = attempt
        self.responses = {str(one.item_id): one for one in attempt.responses.select_related("item_version")}
        self.submissions = latest_submissions(self.responses.values())
        earlier = EarlierAnswer.objects.filter(response__attempt=attempt).select_related("item_version")
        self.earlier = list(earlier.order_by("-saved_at", "-pk"))
        self.items = items_of(one.item_version for one in (*self.responses.values(), *self.earlier))

    def read(self, question):
        """Fill in what was answered to a question, and return it."""
        response = self.responses.get(question.item.id)
        if question.is_private:
            return question
        if response is None:
            question.remark = _("This question was not answered.")
            return question
        question.submission = self.submissions.get(response.pk)
        question.said, question.mark = self._said(response), self._mark(response)
        question.remark = self._remark(response, question.submission)
        question.earlier = [
            self._before(one, response) for one in self.earlier if one.response_id == response.pk
        ]
        return question

    def _said(self, answered):
        """Return an answer in words: what was typed is in the language it was typed in."""
        item, mine = self.items[answered.item_version_id], get_language()
        if answered.answer == ERASED:
            return Said(_("The words of this answer were erased with its learner."), mine)
        if answered.answer is None or item.type is None:
            return None
        chosen_in = mine if item.is_whole_in(mine) else item.source_language
        language = answered.language if item.type.keeps_words else chosen_in
        return Said(item.type.in_words(item, answered.answer, mine), language)

    def _mark(self, answered):
        if answered.fraction is None:
            return ""
        item, verdict = self.items[answered.item_version_id], verdict_of(answered.fraction)[1]
        return f"{verdict}. {points_words(item, answered.fraction)}" if item.points else verdict

    def _remark(self, response, submission):
        if submission and submission.is_waiting:
            return _("It waits for a mark.")
        if submission and submission.judgement and submission.judgement.is_returned:
            return _("Returned to be improved.")
        if str(response.item_id) in self.attempt.carried:
            return _("It was right in the attempt before and was not asked again.")
        return _("This question was not answered.") if response.answer is None else ""

    def _before(self, earlier, response):
        is_for_person = response.pk in self.submissions
        fate = fate_of(earlier, response, self.attempt, is_for_person)
        return Earlier(self._said(earlier), earlier.saved_at, self._mark(earlier), fate)
