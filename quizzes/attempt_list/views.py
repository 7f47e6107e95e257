"""The attempts at one test on a screen and in a file."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from languages.reading import pages_by_key

from ..models.attempts import Attempt
from ..statistics.views import may_look
from .exporting import as_csv
from .gathering import AttemptList


def has_attempts(page_key):
    return Attempt.objects.on(page_key).tests().exists()


class AttemptsPaginator(WagtailPaginator):
    @property
    def items_count_label(self):
        return ngettext("%(count)s attempt", "%(count)s attempts", self.count) % {"count": self.count}


class AttemptsView(BaseListingView):
    """Who began when, what came of it, and what was unusual; on wish only what was."""

    header_icon = "history"
    page_title = gettext_lazy("Attempts")
    template_name = "quizzes/attempt_list/attempts.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    paginator_class = AttemptsPaginator
    paginate_by = 50

    def dispatch(self, request, *args, page_id, **kwargs):
        page = Page.objects.filter(pk=page_id).first()
        if page is None or not has_attempts(page.translation_key):
            raise Http404
        if not may_look(page, request.user):
            raise PermissionDenied
        self.page = pages_by_key([page.translation_key])[page.translation_key]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return (
            self._as_file() if request.GET.get("export") == "csv" else super().get(request, *args, **kwargs)
        )

    @cached_property
    def attempts(self):
        return AttemptList(self.page.translation_key)

    @property
    def is_unusual_only(self):
        return self.request.GET.get("which") == "unusual"

    def get_queryset(self):
        return self.attempts.unusual if self.is_unusual_only else self.attempts.rows

    @property
    def columns(self):
        return [
            Column("name", label=_("Learner")),
            Column("began", label=pgettext("an attempt", "Began")),
            Column("ended", label=pgettext("an attempt", "Ended")),
            Column("result", label=_("Result")),
            Column("remarks", label=_("What was unusual"), accessor=shown_remarks, width="40%"),
        ]

    def _as_file(self):
        name = f"{self.page.slug}-{timezone.localdate():%Y-%m-%d}.csv"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        text = as_csv(self.get_queryset())
        return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=disposition)

    def get_index_url(self):
        return self.request.path

    def get_index_results_url(self):
        return None

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        page = {"url": edit, "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.get_page_title()}]

    def get_header_buttons(self):
        which = "which=unusual&" if self.is_unusual_only else ""
        return [HeaderButton(_("Download as CSV"), f"?{which}export=csv", icon_name="download")]


def shown_remarks(row):
    """Return the sentences behind a flag; it says nothing that they do not say."""
    if not row.remarks:
        return ""
    sentences = format_html_join(" ", "{}", ((sentence,) for sentence in row.remarks))
    return format_html('<span aria-hidden="true">⚑</span> {}', sentences)
