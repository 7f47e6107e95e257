"""What the staff's screens about the tests taken on one page share: the way in, the page, the way back, the file."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Page

from languages.models import source_of
from languages.reading import pages_by_key

from .models.attempts import Attempt


def has_begun_tests(page_key):
    return Attempt.objects.on(page_key).tests().exists()


def has_finished_tests(page_key):
    return Attempt.objects.on(page_key).tests().finished().exists()


def may_look(page, user):
    """Tell whether somebody may see how a page's tests went: whoever may edit it in its source language."""
    return source_of(page).permissions_for_user(user).can_edit()


class OfOnePage:
    """A screen about one page, found in the language of the admin where there is one.

    It raises Http404 where there is nothing to show yet, and PermissionDenied for whoever may not be here.
    """

    is_there = staticmethod(has_finished_tests)
    may_be_here = staticmethod(may_look)

    def dispatch(self, request, *args, page_id, **kwargs):
        page = Page.objects.filter(pk=page_id).first()
        if page is None or not self.is_there(page.translation_key):
            raise Http404
        self.page = pages_by_key([page.translation_key])[page.translation_key]
        if not self.may_be_here(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        page = {"url": edit, "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, page, {"url": self.get_own_url(), "label": self.get_page_title()}]

    def get_own_url(self):
        """Return where the last step of the way back leads: nowhere, for it is this screen."""
        return ""


class AlsoAsFile(OfOnePage):
    """A screen whose figures can be taken home in a file: `?export=csv`, beside whatever else was chosen."""

    def chosen(self):
        """Return what was chosen on this screen as it stands in the address, with an `&` behind it."""
        return ""

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") != "csv":
            return super().get(request, *args, **kwargs)
        name = f"{self.page.slug}-{timezone.localdate():%Y-%m-%d}.csv"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(self.as_csv(), content_type="text/csv; charset=utf-8", headers=disposition)

    def get_header_buttons(self):
        return [HeaderButton(_("Download as CSV"), f"?{self.chosen()}export=csv", icon_name="download")]


class PageButton(Button):
    """The way in, among the actions of a page. Costs three queries a page with questions, none elsewhere."""

    address = ""
    place = 0
    is_there = staticmethod(has_finished_tests)
    may_be_here = staticmethod(may_look)

    def __init__(self, page, user):
        self.page, self.user = page, user
        super().__init__(url=reverse(self.address, args=[page.pk]), priority=self.place)

    @cached_property
    def show(self):
        return self.is_there(self.page.translation_key) and self.may_be_here(self.page, self.user)
