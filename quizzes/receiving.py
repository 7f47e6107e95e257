"""A form was posted to a page with questions: save what was typed, then do what the button says."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from .answering import command_of, edit_of, fingerprint, typed_in
from .attempting import is_in_time
from .finishing import check, close_if_over, finish
from .hand_ins.taking import take_files
from .improving import do_improve
from .models.attempts import Attempt
from .permitting import may_answer
from .reopening import go_on
from .returning import is_anothers, to_sign_in
from .saving import NoAttempt, keep_for_the_record, save
from .starting import Refused, start
from .telling import say_not_saved, say_refusal, say_unwritable
from .trying import may_check

logger = logging.getLogger(__name__)

LATE_VERBS = ("finish", "language")  # what can be done when the time is up


def receive(page, request):
    """Return the answer to a POST. Raises PermissionDenied where the person may not answer here."""
    try:
        return _receive(page, request)
    except OperationalError:  # what was typed is saved by now, or there was nothing to save
        return _undone(request)


def _receive(page, request):
    if not request.user.is_authenticated or is_anothers(request):
        return to_sign_in(page, request, _wants_json(request))
    if not may_answer(page, request):
        return _closed(request)
    verb, argument = command_of(request.POST)
    if verb == "start":
        return _start(page, request)
    if verb == "go-on":
        return _go_on(page, request)
    refused = take_files(page, request)
    if verb == "improve":
        return do_improve(page, request, argument, refused)
    return _save_and_obey(page, request, verb, argument, refused)


def _save_and_obey(page, request, verb, argument, refused):
    form, edit = Form(page, request, refused), edit_of(request.POST)
    try:
        saved = save(request.user, page.translation_key, form.read, edit, page.get_practice_version())
    except NoAttempt:
        return _after_the_end(page, request, form, edit)
    except OperationalError:
        return _unwritten(page, request, form)
    attempt = saved.attempt
    if verb not in LATE_VERBS and not is_in_time(attempt, edit.arrived_at):
        close_if_over(attempt)
        return _too_late(request)
    if _wants_json(request):
        return _acknowledge(form, saved)
    if form.replaced(saved):
        messages.info(request, _("An answer that you gave meanwhile elsewhere is replaced. It is kept."))
    if form.errors:
        return page.show_errors(request, form.errors)
    return page.obey(request, verb, argument, attempt, form.items)


def _after_the_end(page, request, form, edit):
    """Keep what is new; whoever sends once more what was saved in time is told that it is saved."""
    if not keep_for_the_record(request.user, page.translation_key, form.read, edit):
        return _too_late(request)
    return _acknowledge(form) if _wants_json(request) else redirect(request.path)


class Form:
    """What a posted form holds, read once it is known which attempt it is for."""

    def __init__(self, page, request, refused=None):
        self.page = page
        self.posted = request.POST
        self.refused = refused or {}  # files: what came with them is saved all the same
        self.items, self.typed, self.errors = [], [], {}

    def read(self, attempt):
        self.items = self.page.get_items_posted(self.posted, attempt)
        self.typed, errors = typed_in(self.posted, self.items)
        self.errors = self.refused | errors
        return self.typed

    def replaced(self, saved):
        """Return the ids of the items where an answer was replaced that the page did not show."""
        shown = {item_id: self._shown(item_id) for item_id in saved.replaced}
        return [
            item_id for item_id, answer in saved.replaced.items() if shown[item_id] != fingerprint(answer)
        ]

    def _shown(self, item_id):
        """Return the fingerprint of the answer that was on screen; a script tells that of the one it is about."""
        return self.posted.get("shown") or self.posted.get(f"was-{item_id}")

    def newer(self, saved):
        """Return {item id: fingerprint} of what other windows have saved since this page was made.

        No more than a hint: by a clock that jumps it says too much or nothing.
        """
        made = self.posted.get("made", "")
        if not made.isascii() or not made.isdigit():
            return {}
        tab, made = self.posted.get("tab"), int(made[:15]) / 1000
        since = [
            item
            for item in saved.others.items()
            if item[1].saved_at.timestamp() > made and item[1].tab != tab
        ]
        return {item_id: fingerprint(response.answer) for item_id, response in since}


def do_save(page, request, argument, attempt, items):
    messages.success(request, _("Saved."))
    return redirect(request.path)


def do_check(page, request, argument, attempt, items):
    """Check one answer, where the rules let one; other tests tell nothing before they are finished."""
    item = next((item for item in items if item.id == argument), None)
    if item is None or not may_check(attempt, item):
        raise PermissionDenied
    response = attempt.responses.filter(item_id=item.id).first()
    if response is None or response.answer is None:
        messages.warning(request, _("Answer the question first, then check it."))
    elif why := item.type.why_not_yet(item.rules, response.answer):
        messages.warning(request, why)
    else:
        check(response, item)
    return redirect(f"{request.path}#item-{item.id}")


def do_language(page, request, argument, attempt, items):
    """Go to the same page in another language. What was typed is saved by now."""
    other = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=argument, live=True
    ).first()
    url = other and other.get_url(request)  # None where it lies outside the site
    if not url:
        messages.warning(request, _("This page is not translated into that language yet."))
    return redirect(url or request.path)


def do_finish(page, request, argument, attempt, items):
    """Finish a test; a practice stays open."""
    if attempt.mode != attempt.Mode.TEST:
        raise PermissionDenied
    finish(attempt.pk)
    return redirect(request.path)


def _start(page, request):
    try:
        start(page, request.user)
    except Refused as refused:
        messages.warning(request, say_refusal(refused.refusal))
    return redirect(request.path)


def _go_on(page, request):
    """Let the clock go on after an outage; where it does so already, just show the page."""
    stopped = Attempt.objects.by(request.user).on(page.translation_key).stopped()
    for attempt in stopped.select_related("version", "learner"):
        go_on(attempt)
    return redirect(request.path)


def _wants_json(request):
    return "application/json" in request.headers.get("Accept", "")


def _acknowledge(form, saved=None):
    """Say what is on disk, and what counts or counted elsewhere. Sent after COMMIT and not before."""
    said = {"saved": {one.item.id: fingerprint(one.answer) for one in form.typed}, "errors": form.errors}
    said |= {"newer": sorted(saved.beaten) if saved else []}
    if saved:
        said |= {"replaced": form.replaced(saved), "elsewhere": form.newer(saved)}
    return JsonResponse(said, status=422 if form.errors else 200)


def _closed(request):
    if _wants_json(request):
        message = _("You cannot answer here now. Your answers are kept. Ask your teacher.")
        return JsonResponse({"message": message}, status=403)
    raise PermissionDenied


def _unwritten(page, request, form):
    """Show what was typed again, for it is not saved: the disk is full, or the database is away."""
    logger.exception("Answers could not be saved")
    if _wants_json(request):
        return JsonResponse({"message": say_unwritable()}, status=503)
    typed = {one.item.id: say_not_saved() for one in form.typed}
    return page.show_errors(request, typed | form.errors, status=503)


def _undone(request):
    logger.exception("What a button says could not be done")
    if _wants_json(request):
        return JsonResponse({"message": say_unwritable()}, status=503)
    messages.error(request, say_unwritable())
    return redirect(request.path)


def _too_late(request):
    message = _("This test is finished. Your last changes came too late to count.")
    if _wants_json(request):
        return JsonResponse({"message": message}, status=409)
    messages.warning(request, message)
    return redirect(request.path)
