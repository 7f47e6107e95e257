"""What a teacher chooses from: the questions of a page, how they were answered, and what marking again would do."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import get_language

from languages.models import source_of

from ..items import Item
from ..models.attempts import Attempt, Response
from ..models.regrades import Regrade
from ..models.versions import ItemVersion, PublishedQuiz, QuizVersion
from ..rules import Rules
from ..trying import Tries
from ..types.base import MarkedBy
from ..versions import get_items
from .rules import ByKey


def may_regrade(page, user):
    """Tell whether somebody may change marks given on a page: whoever may publish it in its source language."""
    return source_of(page).permissions_for_user(user).can_publish()


@dataclass
class Question:
    """One item with what is known of its answers. `number` is None for one that is no longer asked."""

    item: Item
    number: int | None
    answers: int = 0
    older: int = 0
    changing: int = 0
    gift: Regrade | None = None

    @property
    def stem(self):
        return self.item.say("stem", get_language())

    @property
    def is_marked_by_key(self):
        """Whether marking again by the key can change anything: it is asked still, and a rule marks it."""
        return (
            self.number is not None
            and self.item.type is not None
            and self.item.type.marked_by == MarkedBy.RULE
        )


def questions_of(page_key, item_id=None):
    """Return the page's questions in order, then those that finished tests have asked and the page has no more.

    With `item_id` only answers to that one are counted, and it comes alone, or nothing does.
    Runs nine queries at most. Equal answers are counted by the database and marked once.
    """
    asked = _asked(page_key)
    if item_id:
        asked = {item_id: asked[item_id]} if item_id in asked else {}
    _count(asked, page_key)
    for one, gift in Regrade.objects.gifts_on(page_key).items():
        if one in asked:
            asked[one].gift = gift
    return [question for question in asked.values() if not _is_never_marked(question.item)]


def stem_of(page_key, item_id):
    """Return the newest stem of an item as `Words`, or None for all items. Runs two queries."""
    version = ItemVersion.objects.filter(page_key=page_key, item_id=item_id).order_by("-pk").first()
    if version is None:
        return None
    pairs = [(str(version.item_id), version.digest)]
    return get_items(page_key, pairs)[0].say("stem", get_language())


def _count(asked, page_key):
    """Count the answers to the questions asked, and those that earn another mark by the key of now."""
    rule, taken = ByKey(page_key), _Taken(page_key)
    answers = _answers(page_key).filter(item_id__in=list(asked))
    groups = answers.values_list(
        "item_id", "item_version", "answer", "language", "fraction", "tries", "attempt__version"
    )
    for number, version, answer, language, fraction, *how, count in groups.annotate(Count("pk")).order_by():
        question, item_id = asked[str(number)], str(number)
        question.answers += count
        question.older += count * (version != question.item.pk)
        if item_id not in rule.items:
            continue
        after = rule.mark(item_id, answer, language, fraction)
        if after is not fraction:  # what tries took off stays off
            after = taken.earned(version, after, *how)
        question.changing += count * (after != fraction)


class _Taken:
    """How the tests on a page were taken: by which rules, and which hints their questions had."""

    def __init__(self, page_key):
        tests = Attempt.objects.on(page_key).finished().tests()
        versions = QuizVersion.objects.filter(pk__in=tests.values("version"))
        self.tries = {one.pk: Tries(is_lesson=False, rules=Rules.of(one.settings)) for one in versions}
        pairs = {tuple(pair) for one in versions for pair in one.items}
        self.items = {item.pk: item for item in get_items(page_key, list(pairs), with_wordings=False)}

    def earned(self, item_version, fraction, tries, version):
        return self.tries[version].earned(self.items[item_version], fraction, tries)


def _asked(page_key):
    published = PublishedQuiz.objects.select_related("version").get(pk=page_key)
    now = get_items(page_key, published.version.items)
    asked = {item.id: Question(item, number) for number, item in enumerate(now, 1)}
    gone = ItemVersion.objects.filter(pk__in=_answers(page_key).values("item_version"))
    for row in gone.exclude(item_id__in=list(asked)).order_by("pk"):
        item = Item(str(row.item_id), row.digest, row.content, pk=row.pk)
        asked[item.id] = Question(item, None)
    return asked


def _answers(page_key):
    return Response.objects.filter(attempt__in=Attempt.objects.on(page_key).finished().tests())


def _is_never_marked(item):
    return item.type is not None and item.type.marked_by == MarkedBy.NOBODY
