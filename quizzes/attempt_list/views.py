"""The attempts at one test on a screen and in a file."""

from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView

from ..page_screens import AlsoAsFile, has_begun_tests
from .exporting import as_csv
from .gathering import AttemptList


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
            Column("name", label=_("Learner")),
            Column("began", label=pgettext("an attempt", "Began")),
            Column("ended", label=pgettext("an attempt", "Ended")),
            Column("result", label=_("Result")),
            Column("remarks", label=_("What was unusual"), accessor=shown_remarks, width="40%"),
        ]

    def as_csv(self):
        return as_csv(self.get_queryset())

    def get_index_url(self):
        return self.request.path

    def get_index_results_url(self):
        return None


def shown_remarks(row):
    """Return the sentences behind a flag; it says nothing that they do not say."""
    if not row.remarks:
        return ""
    sentences = format_html_join(" ", "{}", ((sentence,) for sentence in row.remarks))
    return format_html('<span aria-hidden="true">⚑</span> {}', sentences)
