"""The review of a translation by a native editor: asked for on each page until somebody records one."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page

from .models import Review, is_source


def is_to_be_reviewed(page):
    """Say whether the page is a translation into a language that the site wants reviewed by its native editors."""
    languages = getattr(settings, "LIFELONG_LANGUAGES_TO_REVIEW", ["kk"])
    return page.locale.language_code in languages and not is_source(page)


def review_of(page):
    reviews = Review.objects.filter(translation_key=page.translation_key, locale=page.locale_id)
    return reviews.select_related("by").first()


def say_review(request, page):
    """Put one sentence above the editor of a page that needs a review: who gave it, or that it is awaited."""
    if request.method != "GET" or not is_to_be_reviewed(page):
        return
    review = review_of(page)
    if review:
        day = date_format(localtime(review.at), "SHORT_DATE_FORMAT")
        words = _("Reviewed by a native editor: %(name)s, %(date)s.")
        messages.info(request, words % {"name": review.name, "date": day})
    else:
        button = messages.button(
            reverse("lifelong_languages:review", args=[page.pk]), _("I have reviewed it")
        )
        messages.warning(request, _("This text is awaiting a native editor's review."), buttons=[button])


@login_required
@require_http_methods(["GET", "POST"])
def record_review(request, page_id):
    """Ask whether the whole page was read, then keep who says so. Whoever may edit the page may."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit() or not is_to_be_reviewed(page):
        raise PermissionDenied
    if request.method == "GET":
        return render(request, "languages/admin/review.html", {"page": page})
    Review.objects.update_or_create(
        translation_key=page.translation_key,
        locale=page.locale,
        defaults={"by": request.user, "name": request.user.get_full_name() or request.user.get_username()},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)
