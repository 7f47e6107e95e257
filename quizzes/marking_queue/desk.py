"""A teacher's desk: the submissions of the pages that they look after."""

from django.db.models import TextChoices
from django.utils.translation import get_language, pgettext_lazy
from wagtail.models import Page

from languages.reading import pages_by_key

from ..items import Item
from ..judged import points_words
from ..markers import pages_of
from ..models.judgements import Submission
from ..models.versions import ItemWording


class Standing(TextChoices):
    """How far answers have come: what the queue shows, and what else it can show."""

    WAITING = "waiting", pgettext_lazy("answers", "Waiting")
    RETURNED = "returned", pgettext_lazy("answers", "Given back")
    MARKED = "marked", pgettext_lazy("answers", "Marked")


def submissions_for(teacher):
    """Return the latest submission of every response on the pages, in whatever language, that they work on."""
    submissions = Submission.objects.latest()
    if teacher.is_superuser:
        return submissions
    return submissions.filter(page_key__in=pages_of(teacher).values("translation_key"))


def waiting_for(teacher, below=None):
    """Return what waits for a mark, the oldest first; only that of pages at or below `below`, if given."""
    waiting = answers_for(teacher, Standing.WAITING)
    if below is not None:
        waiting = waiting.filter(page_key__in=below.get_descendants(inclusive=True).values("translation_key"))
    return waiting


def answers_for(teacher, standing):
    """Return the answers that have come so far: what waits the oldest first, the rest as it was last judged."""
    submissions = submissions_for(teacher)
    found = {
        Standing.WAITING: submissions.waiting,
        Standing.RETURNED: submissions.given_back,
        Standing.MARKED: submissions.marked,
    }[standing]()
    return found.select_related("item_version", "response__attempt__learner")


def next_after(submission, waiting):
    """Return the submission that follows in the queue, the first at its end, or None when nothing is left."""
    rest = list(waiting.exclude(pk=submission.pk).values_list("handed_in_at", "pk"))
    place = (submission.handed_in_at, submission.pk)
    after = [pk for *when, pk in rest if (*when, pk) > place]
    return next(iter(after + [pk for *_, pk in rest]), None)


def item_of(submission, with_wordings=True):
    """Return the item that was answered, as it was asked."""
    version = submission.item_version
    wordings = {}
    if with_wordings:
        rows = ItemWording.objects.filter(item=version).order_by("pk")
        wordings = dict(rows.values_list("language", "words"))
    return Item(str(version.item_id), version.digest, version.content, wordings, version.pk)


def stem_of(submission):
    """Return the question that was answered, in the reader's language or the source's."""
    return item_of(submission, with_wordings=False).say("stem", get_language()).text


def mark_of(answer):
    """Return the mark of an answer that is marked, in words."""
    return points_words(item_of(answer, with_wordings=False), answer.said_fraction)


def places_of(teacher):
    """Return the pages where something was handed in and those above them, in tree order, for the filter."""
    pages = pages_by_key(submissions_for(teacher).values_list("page_key", flat=True).distinct())
    paths = {page.path[:end] for page in pages.values() for end in range(8, len(page.path) + 1, Page.steplen)}
    return Page.objects.filter(path__in=paths).order_by("path")
