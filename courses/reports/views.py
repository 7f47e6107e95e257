"""The reports themselves, in Wagtail's admin."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from courses.outline import outline_of
from courses.path import Outline

from .counting import counted
from .exporting import as_csv
from .filters import ORDERS, ProgressFilters, chosen, ordered
from .permitting import course_for, own_courses
from .roster import roster
from .sheet import Sheet
from .table import SheetTable


class CoursesView(BaseListingView):
    """The courses that the person works on, each with its number of learners."""

    page_title = gettext_lazy("Progress of learners")
    header_icon = "group"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    index_url_name = "lifelong_reports:courses"
    columns = [
        TitleColumn("title", label=gettext_lazy("Course"), get_url=lambda course: course.url),
        Column("learners", label=gettext_lazy("Learners")),
        Column("completed", label=gettext_lazy("Completed")),
    ]

    def get_queryset(self):
        return counted(own_courses(self.request.user), get_language())

    @property
    def no_results_message(self):
        return _("There is no course that you may edit.")


class LearnersPaginator(WagtailPaginator):
    @property
    def items_count_label(self):
        return ngettext("%(count)s learner", "%(count)s learners", self.count) % {"count": self.count}


class ProgressView(BaseListingView):
    """The learners of one course against its lessons and quizzes. Its queries do not grow with either."""

    header_icon = "group"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    paginator_class = LearnersPaginator
    paginate_by = 50
    is_searchable = True
    filterset_class = ProgressFilters
    default_ordering = "name"

    def dispatch(self, request, *args, **kwargs):
        self.course = course_for(request.user, kwargs["course_key"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "csv":
            return self.as_file()
        return super().get(request, *args, **kwargs)

    @cached_property
    def outline(self):
        key, language = self.course.translation_key, get_language()
        draft = Outline(str(key), self.course.title, "", self.course.locale.language_code)
        return outline_of(key, language) or draft

    def get_queryset(self):
        asked = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        keys = [step.key for step in self.outline.steps]
        members = roster(self.course.translation_key, keys, with_those_who_left=bool(asked.get("left")))
        members = chosen(members, away=asked.get("away"), words=self.search_query)
        return ordered(members, self.ordering, get_language())

    def get_valid_orderings(self):
        return [sign + name for name in ORDERS for sign in ("", "-")]

    def get_table(self, members):
        sheet = Sheet(self.outline, list(members))
        return SheetTable(
            sheet, caption=self.get_header_title(), base_url=self.index_url, ordering=self.ordering
        )

    def as_file(self):
        """Return everybody whom the filters let through, on however many pages, for a spreadsheet."""
        text = as_csv(Sheet(self.outline, self.get_queryset()))
        name = f"{self.course.slug}-{timezone.localdate():%Y-%m-%d}.csv"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=disposition)

    def get_page_title(self):
        return _("Progress of learners")

    def get_page_subtitle(self):
        return self.outline.title

    def get_breadcrumbs_items(self):
        courses = {"url": reverse("lifelong_reports:courses"), "label": self.get_page_title()}
        return [*self.breadcrumbs_items, courses, {"url": "", "label": self.get_page_subtitle()}]

    def get_header_buttons(self):
        asked = self.request.GET.copy()
        asked["export"] = "csv"
        asked.pop("_w_filter_fragment", None)
        url = f"{self.index_url}?{asked.urlencode()}"
        return [HeaderButton(_("Download as CSV"), url, icon_name="download")]

    def get_index_url(self):
        return reverse("lifelong_reports:progress", args=[self.course.translation_key])

    def get_index_results_url(self):
        return reverse("lifelong_reports:progress-results", args=[self.course.translation_key])

    @property
    def no_results_message(self):
        if self.is_searching or self.is_filtering:
            return _("No learner fits. Change the filters.")
        return _("Nobody takes this course yet.")
