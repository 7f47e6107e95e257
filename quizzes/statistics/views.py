"""The statistics of one test on a screen and in a file."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from languages.models import source_of

from ..models.versions import PublishedQuiz
from ..regrading.desk import page_to_regrade
from ..versions import get_items
from .advice import FEWEST, advice_for
from .analysis import figures_of_items, figures_of_test
from .exporting import as_csv, named_figures
from .gathering import MOST_ATTEMPTS, sittings_of


def may_look(page, user):
    """Tell whether somebody may see how a page's questions do: whoever may edit it in its source language."""
    return source_of(page).permissions_for_user(user).can_edit()


class StatisticsView(WagtailAdminTemplateMixin, View):
    """Facility, options and advice for each question; the other figures folded, and all of them in the file."""

    header_icon = "list-ol"
    page_title = gettext_lazy("Statistics of questions")
    template_name = "quizzes/statistics/questions.html"

    def dispatch(self, request, *args, page_id, **kwargs):
        self.page = page_to_regrade(page_id)
        if not may_look(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        key, language = self.page.translation_key, get_language()
        self.is_every = request.GET.get("attempts") == "all"
        version = PublishedQuiz.objects.select_related("version").get(pk=key).version
        items, sittings = get_items(key, version.items), sittings_of(key, self.is_every)
        numbers = {item.id: number for number, item in enumerate(items, 1)}
        test = figures_of_test(items, sittings)
        figures = figures_of_items(items, sittings, language)
        if request.GET.get("export") == "csv":
            return self._as_file(
                test, [(numbers[one.item.id], one, one.item.say("stem", language).text) for one in figures]
            )
        questions = [
            {
                "number": numbers[one.item.id],
                "stem": one.item.say("stem", language),
                "figures": one,
                "advice": advice_for(one),
                "is_enough": one.asked >= FEWEST,
                "folded": _folded(one),
            }
            for one in figures
        ]
        more = {"questions": questions, "test": test, "whole": named_figures(test), "most": MOST_ATTEMPTS}
        return self.render_to_response(self.get_context_data(**more))

    def _as_file(self, test, questions):
        name = f"{self.page.slug}-{timezone.localdate():%Y-%m-%d}.csv"
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        text = as_csv(test, questions)
        return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=disposition)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        page = {"url": edit, "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.get_page_title()}]

    def get_header_buttons(self):
        every = "attempts=all&" if self.is_every else ""
        return [HeaderButton(_("Download as CSV"), f"?{every}export=csv", icon_name="download")]


def _folded(figures):
    return [
        (_("Standard deviation"), figures.deviation),
        (_("Discrimination index"), figures.discrimination),
        (_("Discriminative efficiency"), figures.efficiency),
        (_("Effective weight"), figures.weight),
    ]
