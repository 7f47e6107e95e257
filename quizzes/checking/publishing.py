"""What is said when a page with questions is published, and what keeps many from being published at once."""

from django.contrib import messages as plain
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from languages.models import is_source

from ..models.pages import QuizMixin
from .page import check


def tell_warnings(request, page):
    """After publishing, say how many questions deserve a look."""
    if not isinstance(page, QuizMixin) or not is_source(page):
        return
    count = len(check(page))
    if count:
        said = ngettext(
            "The page is published. %(count)s question deserves a look.",
            "The page is published. %(count)s questions deserve a look.",
            count,
        )
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        messages.warning(
            request, said % {"count": count}, buttons=[messages.button(address, _("Look at the checks"))]
        )


def refuse_errors(request, action_type, pages, action):
    """Refuse to publish many pages at once, which validates nothing, while a question of theirs cannot be marked."""
    if action_type != "publish":
        return None
    wrong = [draft for draft in map(_draft_of, _meant(pages, request)) if draft and _has_errors(draft)]
    if not wrong:
        return None
    titles = ", ".join(page.get_admin_display_title() for page in wrong)
    sentence = _("Nothing was published. Questions that cannot be marked yet are on: %(titles)s")
    plain.error(request, sentence % {"titles": titles})
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_explore_root")


def _meant(pages, request):
    """Yield the pages that were chosen, and those below them where they are meant, too."""
    for page in pages:
        below = page.get_descendants(inclusive=True) if request.POST.get("include_descendants") else [page]
        yield from below


def _draft_of(page):
    """Return the newest draft of a page with questions that leads its translations, or None."""
    if not issubclass(page.specific_class, QuizMixin) or not is_source(page):
        return None
    return page.specific.get_latest_revision_as_object()


def _has_errors(draft):
    return any(checked.has_errors for checked in check(draft))
