"""Marks that people give: an answer is handed over, somebody marks it or gives it back, and the total follows."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef

from .marking import total_from
from .models.attempts import Attempt, Response
from .models.judgements import Judgement, Submission
from .signals import attempts_regraded
from .versions import get_items
from .writing import one_writer


class Outdated(Exception):
    """Somebody has judged the submission meanwhile, or the learner has handed in a newer answer."""


@dataclass(frozen=True)
class Verdict:
    """What a teacher says to an answer. Without a fraction it means "not yet, please improve"."""

    fraction: Decimal | None
    comment: str = ""
    levels: dict = field(default_factory=dict)


def hand_over(response, page_key):
    """Lay an answer on the teacher's desk, inside a transaction. The same answer lies there once."""
    latest = response.submissions.order_by("-pk").first()
    if latest and latest.holds(response):
        return
    response.submissions.filter(is_waiting=True).update(is_waiting=False)
    Submission.objects.create(
        response=response,
        page_key=page_key,
        item_version_id=response.item_version_id,
        answer=response.answer,
        language=response.language,
    )


def judge(submission_id, seen, verdict, teacher):
    """Record what `teacher` says to a submission and return the `Judgement`.

    `seen` is how many judgements there were when they looked. Raises Outdated where there
    are more by now or the learner has handed in again: nobody overwrites anybody unseen.
    """
    with one_writer():
        submission = Submission.objects.select_for_update().get(pk=submission_id)
        is_latest = Submission.objects.latest().filter(pk=submission.pk).exists()
        if not is_latest or submission.judgements.count() != seen:
            raise Outdated
        judgement = Judgement.objects.create(
            submission=submission,
            number=seen + 1,
            fraction=verdict.fraction,
            levels=verdict.levels,
            comment=verdict.comment,
            judged_by=teacher,
        )
        Submission.objects.filter(pk=submission.pk).update(is_waiting=False)
        _pass_on(submission, verdict.fraction)
    return judgement


def attempts_with_returned_answers(attempts):
    """Return the ids of those attempts in which an answer was given back to be improved. Runs no query for none."""
    if not attempts:
        return set()
    judged = Submission.objects.latest().filter(response__attempt__in=attempts, is_waiting=False)
    return set(judged.filter(response__fraction=None).values_list("response__attempt", flat=True))


def answers_to_improve(learner):
    """Return {page key: item id} of the learner's answers that wait to be improved, one a page, the latest first.

    Only the latest attempt on a page can be improved. Runs one query.
    """
    newer = Attempt.objects.filter(
        learner=learner,
        page_key=OuterRef("page_key"),
        started_at__gt=OuterRef("response__attempt__started_at"),
    )
    returned = Submission.objects.latest().filter(
        ~Exists(newer), response__attempt__learner=learner, response__fraction=None, is_waiting=False
    )
    rows = returned.order_by("pk").values_list("page_key", "response__item_id")
    return dict(reversed([(str(key), str(item_id)) for key, item_id in rows]))


def settle(attempt):
    """Set the total of a finished attempt from the marks it has by now, inside a transaction, and send the news."""
    items = get_items(attempt.page_key, attempt.pairs, with_wordings=False)
    counted = [response for response in attempt.responses.all() if response.counts]
    before = attempt.total
    attempt.total = total_from(items, {str(response.item_id): response.fraction for response in counted})
    if attempt.total != before:
        attempt.save(update_fields=["total"])
        transaction.on_commit(partial(tell_regraded, attempt.page_key, [(attempt, before)]))


def tell_regraded(page_key, changes):
    """Send the news of totals that changed, [(attempt, its total until now)], once for all of them."""
    attempts_regraded.send_robust(sender=Attempt, page_key=page_key, changes=changes)


def _pass_on(submission, fraction):
    """Give the mark to the response, unless it holds another answer by now, as a practice may."""
    unchanged = {"answer": submission.answer, "item_version": submission.item_version_id}
    Response.objects.filter(pk=submission.response_id, **unchanged).update(fraction=fraction)
    attempts = Attempt.objects.select_for_update(of=("self",)).select_related("version")
    attempt = attempts.get(responses=submission.response_id)
    if not attempt.is_open:
        settle(attempt)
