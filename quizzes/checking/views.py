"""The checks by themselves, for an editor whose draft was saved meanwhile."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from ..models.pages import QuizMixin
from .panel import findings_of


@require_safe
def show_findings(request, page_id):
    """Show what was found in the newest draft of a page, to whoever may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not issubclass(page.specific_class, QuizMixin):
        raise Http404
    return render(request, "quizzes/checking/findings.html", findings_of(page.specific))
