"""What editors are told, and kept from, in the admin."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.views.edit_translation import stop_translation

from .models import is_source
from .reviewing import say_review


@hooks.register("before_delete_page")
def warn_before_deleting_source(request, page):
    """Say, on the page that asks "are you sure?", what happens to the other languages."""
    if request.method != "GET" or not is_source(page):
        return
    keys = page.get_descendants(inclusive=True).values("translation_key")
    count = Page.objects.filter(translation_key__in=keys, live=True).exclude(locale=page.locale).count()
    if count:
        messages.warning(
            request,
            ngettext(
                "%(count)d page in another language will be unpublished and kept as a draft.",
                "%(count)d pages in other languages will be unpublished and kept as drafts.",
                count,
            )
            % {"count": count},
        )


@hooks.register("before_edit_page", order=-1)
def say_whether_it_is_reviewed(request, page):
    """Before wagtail-localize shows its own editor."""
    say_review(request, page)


@hooks.register("register_admin_urls")
def register_reviews():
    return [path("review/", include("languages.admin_urls"))]


@hooks.register("register_admin_urls", order=-1)
def register_guard_of_translations():
    """Stand in front of wagtail-localize's own address for stopping a translation."""
    return [path("localize/translate/<int:translation_id>/disable/", keep_translation)]


def keep_translation(request, translation_id):
    """Let only an administrator stop a translation: a stopped one drifts away from its source for good."""
    if request.user.is_superuser:
        return stop_translation(request, translation_id)
    messages.error(request, _("Only an administrator can stop a translation from following its source."))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
