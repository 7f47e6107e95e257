"""Handing an answer in again, after a teacher gave it back: the test is finished, this one answer is open."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .answering import edit_of
from .judging import hand_over, settle
from .models.attempts import Response
from .saving import Typed, replace
from .versions import get_items
from .writing import one_writer


def do_improve(page, request, item_id, refused):
    """Take the answer in, or say why not. What it replaces stays in the history.

    `refused` is {item id: why} for files that came with the form and were not let in.
    """
    response = returned_response(page, request.user, item_id)
    if response is None:
        messages.info(
            request, _("This answer is not open any more. It waits for your teacher, or is marked.")
        )
        return redirect(request.path)
    item = _item_of(page, response)
    try:
        answer = item.read(request.POST)
        why = refused.get(item.id) or _why_not(item, answer, response)
    except ValidationError as error:
        why = error.messages[0]
    if why:
        return page.show_errors(request, {item.id: why})
    if _replace(page, response, Typed(item, answer), edit_of(request.POST)):
        messages.success(request, _("Handed in. Your teacher will mark it."))
    return redirect(f"{request.path}#item-{item.id}")


def returned_response(page, learner, item_id):
    """Return the response of the learner's latest finished attempt to that item if it was given back, else None."""
    found = Response.objects.filter(
        attempt__learner=learner, attempt__page_key=page.translation_key, attempt__finished_at__isnull=False
    ).select_related("attempt__version")
    latest = {str(one.item_id): one for one in found.order_by("attempt__started_at")}.get(item_id)
    return latest if latest and is_returned(latest) else None


def is_returned(response):
    """Tell whether a teacher has given the answer back and waits for a better one."""
    submission = response.submissions.order_by("-pk").first()
    return bool(submission and submission.judgement and submission.judgement.is_returned)


def _item_of(page, response):
    pairs = [pair for pair in response.attempt.version.items if pair[0] == str(response.item_id)]
    return get_items(page.translation_key, pairs, with_wordings=False)[0]


def _why_not(item, answer, response):
    if answer is None:
        return _("Write an answer first, then hand it in.")
    if answer == response.answer:
        return _("Change your answer first, then hand it in again.")
    return item.type.why_not_yet(item.rules, answer)


def _replace(page, response, typed, edit):
    """Return whether the answer was replaced: of two clicks at once, one is late."""
    with one_writer():
        response = Response.objects.select_for_update().get(pk=response.pk)
        if not is_returned(response):
            return False
        replace(response, typed, edit)
        hand_over(response, page.translation_key)
        settle(response.attempt)
    return True
