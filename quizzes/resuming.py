"""Somebody is signed in again: what they sent meanwhile is saved, by the same rules as if it came now."""

import copy
import logging
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from .answering import command_of, edit_of
from .attempting import is_in_time
from .finishing import finish
from .kept_forms import kept_by
from .permitting import may_answer
from .receiving import Form
from .saving import NoAttempt, keep_for_the_record, save

logger = logging.getLogger(__name__)


def resume(request, learner):
    """Save what this browser keeps of the learner who has just signed in, and tell them what became of it."""
    for form in kept_by(request, learner):
        with translation.override(form.language):
            try:
                _resume(_as_posted(request, learner, form), form)
                form.delete()
            except (
                Exception
            ):  # nobody is kept out of the site by an old form; it stays, and is tried the next time
                logger.exception("A form that was kept could not be saved")
                _say(
                    request,
                    messages.WARNING,
                    _("What you sent before could not be saved just now. It is kept."),
                )


def _as_posted(request, learner, form):
    """Return the request as it would have been, had its learner been signed in."""
    sent = copy.copy(request)
    sent.method, sent.path, sent.path_info, sent.user = "POST", form.address, form.address, learner
    posted = QueryDict(mutable=True)
    for name, values in form.posted.items():
        posted.setlist(name, values)
    sent.POST, sent._files = posted, MultiValueDict()
    return sent


def _resume(sent, kept):
    page = _page_of(kept)
    if page is None:
        return _say(
            sent, messages.WARNING, _("What you sent could not be saved: its page is not there any more.")
        )
    if _is_kept_out(page, sent):
        words = _("What you sent could not be saved: you cannot answer on that page now. Ask your teacher.")
        return _say(sent, messages.WARNING, words)
    if kept.had_files:
        _say(
            sent, messages.WARNING, _("Files could not be kept while you were signed out. Choose them again.")
        )
    form = Form(page, sent)
    edit = replace(edit_of(sent.POST), key=f"kept-{kept.pk}", arrived_at=kept.kept_at)
    try:
        saved = save(sent.user, page.translation_key, form.read, edit, page.get_practice_version())
    except NoAttempt:
        is_known = keep_for_the_record(sent.user, page.translation_key, form.read, edit)
        return _tell(sent, form, is_known, set())
    is_counted = is_in_time(saved.attempt, kept.kept_at)
    _tell(sent, form, is_counted, saved.beaten)
    if is_counted and not form.errors:
        _obey(page, sent, kept, saved.attempt, form.items)


def _is_kept_out(page, sent):
    """Tell whether a rule of Wagtail, of the course or of the page refuses what was sent, as it would have then."""
    guards = (guard(page, sent, [], {}) for guard in hooks.get_hooks("before_serve_page"))
    is_guarded = any(isinstance(answer, HttpResponse) for answer in guards)
    is_private = not all(rule.accept_request(sent) for rule in page.get_view_restrictions())
    return is_guarded or is_private or not may_answer(page, sent)


def _page_of(kept):
    """Return the page in the language it was answered in, or in any; the answers are the same."""
    pages = Page.objects.filter(translation_key=kept.page_key, live=True).select_related("locale")
    found = sorted(pages, key=lambda page: page.locale.language_code != kept.language)
    return found[0].specific if found else None


def _obey(page, sent, kept, attempt, items):
    """Do what the pressed button says. A test ends when it was handed in, not when its learner is back."""
    verb, argument = command_of(sent.POST)
    if verb == "finish" and attempt.mode == attempt.Mode.TEST:
        finish(attempt.pk, at=kept.kept_at)
    elif verb != "save":
        page.obey(sent, verb, argument, attempt, items)


def _tell(sent, form, is_counted, beaten):
    if not is_counted:
        _say(sent, messages.WARNING, _("This test is finished. Your last changes came too late to count."))
    elif form.typed:
        _say(sent, messages.SUCCESS, _("What you sent while you were signed out is saved now."))
    if beaten:
        words = _(
            "You had answered again since, in another window or at another computer. That answer counts."
        )
        _say(sent, messages.INFO, words)
    for why in form.errors.values():
        _say(sent, messages.WARNING, _("One of your answers could not be saved: %(why)s") % {"why": why})


def _say(request, level, words):
    messages.add_message(request, level, words, fail_silently=True)
