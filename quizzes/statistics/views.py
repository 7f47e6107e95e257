"""The statistics of one test on a screen and in a file."""

from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..models.versions import PublishedQuiz
from ..page_screens import AlsoAsFile
from ..versions import get_items
from .advice import FEWEST, advice_for
from .analysis import figures_of_items, figures_of_test
from .exporting import as_csv, named_figures
from .gathering import MOST_ATTEMPTS, sittings_of


class StatisticsView(AlsoAsFile, WagtailAdminTemplateMixin, TemplateView):
    """Facility, options and advice for each question; the other figures folded, and all of them in the file."""

    header_icon = "list-ol"
    page_title = gettext_lazy("Statistics of questions")
    template_name = "quizzes/statistics/questions.html"

    @property
    def is_every(self):
        return self.request.GET.get("attempts") == "all"

    def chosen(self):
        return "attempts=all&" if self.is_every else ""

    @cached_property
    def items(self):
        key = self.page.translation_key
        version = PublishedQuiz.objects.select_related("version").get(pk=key).version
        return get_items(key, version.items)

    @cached_property
    def sittings(self):
        return sittings_of(self.page.translation_key, self.is_every)

    @cached_property
    def test(self):
        return figures_of_test(self.items, self.sittings)

    @cached_property
    def numbered(self):
        """[(number, figures, stem)], one for each question that gives points."""
        language = get_language()
        numbers = {item.id: number for number, item in enumerate(self.items, 1)}
        figures = figures_of_items(self.items, self.sittings, language)
        return [(numbers[one.item.id], one, one.item.say("stem", language)) for one in figures]

    def as_csv(self):
        return as_csv(self.test, [(number, figures, stem.text) for number, figures, stem in self.numbered])

    def get_context_data(self, **kwargs):
        questions = [
            {
                "number": number,
                "stem": stem,
                "figures": figures,
                "advice": advice_for(figures),
                "is_enough": figures.asked >= FEWEST,
                "folded": _folded(figures),
            }
            for number, figures, stem in self.numbered
        ]
        whole = named_figures(self.test)
        return super().get_context_data(**kwargs) | {
            "questions": questions,
            "test": self.test,
            "whole": whole,
            "most": MOST_ATTEMPTS,
        }


def _folded(figures):
    return [
        (_("Standard deviation"), figures.deviation),
        (_("Discrimination index"), figures.discrimination),
        (_("Discriminative efficiency"), figures.efficiency),
        (_("Effective weight"), figures.weight),
    ]
