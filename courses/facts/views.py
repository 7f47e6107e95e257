"""The report of what should be checked again, in Wagtail's admin."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from courses.reports.permitting import has_own_courses

from .due import due_for


class DueView(BaseListingView):
    page_title = _("To check again")
    header_icon = "date"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    index_url_name = "lifelong_facts:due"
    columns = [
        TitleColumn("what", label=_("Fact"), get_url=lambda due: due.url),
        Column("where", label=_("Where")),
        Column("checked_on", label=_("Checked on")),
        Column("check_again_by", label=_("Check again by")),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not has_own_courses(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return due_for(self.request.user)

    @property
    def no_results_message(self):
        return _("Nothing is to be checked again yet.")
