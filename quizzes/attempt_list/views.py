"""The attempts at one test on a screen and in a file, and each of them with its answers."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from ..page_screens import AlsoAsFile, OfOnePage, has_begun_tests
from .exporting import as_csv
from .gathering import AttemptList
from .one import answered_in


class AttemptsPaginator(WagtailPaginator):
    @property
    def items_count_label(self):
        return ngettext("%(count)s attempt", "%(count)s attempts", self.count) % {"count": self.count}


class AttemptsView(AlsoAsFile, BaseListingView):
    """Who began when, what came of it, and what was unusual; on wish only what was."""

    header_icon = "history"
    page_title = gettext_lazy("Attempts")
    template_name = "quizzes/attempt_list/attempts.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    paginator_class = AttemptsPaginator
    paginate_by = 50
    is_there = staticmethod(has_begun_tests)

    @cached_property
    def attempts(self):
        return AttemptList(self.page.translation_key)

    @property
    def is_unusual_only(self):
        return self.request.GET.get("which") == "unusual"

    def chosen(self):
        return "which=unusual&" if self.is_unusual_only else ""

    def get_queryset(self):
        return self.attempts.unusual if self.is_unusual_only else self.attempts.rows

    @property
    def columns(self):
        return [
            TitleColumn("name", label=_("Learner"), get_url=self._address_of),
            Column("began", label=pgettext("an attempt", "Began")),
            Column("ended", label=pgettext("an attempt", "Ended")),
            Column("result", label=_("Result")),
            Column("remarks", label=_("What was unusual"), accessor=shown_remarks, width="40%"),
        ]

    def _address_of(self, row):
        return reverse("lifelong_attempts:one", args=[self.page.pk, row.attempt.pk])

    def as_csv(self):
        return as_csv(self.get_queryset())

    def get_index_url(self):
        return self.request.path

    def get_index_results_url(self):
        return None


class AttemptView(OfOnePage, WagtailAdminTemplateMixin, TemplateView):
    """One attempt: what was answered, what it earned, and what was answered before. Nothing is changed here."""

    header_icon = "history"
    template_name = "quizzes/attempt_list/attempt.html"
    is_there = staticmethod(has_begun_tests)

    @cached_property
    def row(self):
        rows = AttemptList(self.page.translation_key, only=self.kwargs["attempt_id"]).rows
        if not rows:
            raise Http404
        return rows[0]

    def get_page_title(self):
        return self.row.name

    def get_breadcrumbs_items(self):
        *way, this = super().get_breadcrumbs_items()
        attempts = reverse("lifelong_attempts:list", args=[self.page.pk])
        return [*way, {"url": attempts, "label": _("Attempts")}, this]

    def get_context_data(self, **kwargs):
        own = {
            "row": self.row,
            "remarks": shown_remarks(self.row),
            "questions": answered_in(self.row.attempt),
        }
        return super().get_context_data(**own, **kwargs)


def shown_remarks(row):
    """Return the sentences behind a flag; it says nothing that they do not say."""
    if not row.remarks:
        return ""
    sentences = format_html_join(" ", "{}", ((sentence,) for sentence in row.remarks))
    return format_html('<span aria-hidden="true">⚑</span> {}', sentences)
