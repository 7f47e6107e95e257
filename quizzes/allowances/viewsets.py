"""Allowances and outages among the snippets of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from quizzes.models import Allowance, Outage

from .forms import AllowanceForm, tests_of


class AllowanceViewSet(SnippetViewSet):
    model = Allowance
    icon = "user"
    list_display = ["__str__", "attempt_limit", "time_limit", "opens_at", "closes_at", "reason"]
    edit_handler = ObjectList(
        [
            FieldPanel("test"),
            FieldRowPanel([FieldPanel("login"), FieldPanel("group")]),
            FieldRowPanel([FieldPanel("attempt_limit"), FieldPanel("time_limit")]),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("reason"),
        ],
        base_form_class=AllowanceForm,
    )

    def get_queryset(self, request):
        return Allowance.objects.filter(page_key__in=dict(tests_of(request.user))).select_related("learner")


class OutageViewSet(SnippetViewSet):
    model = Outage
    icon = "time"
    list_display = ["began_at", "ended_at", "reason"]
    panels = [FieldRowPanel([FieldPanel("began_at"), FieldPanel("ended_at")]), FieldPanel("reason")]


class ExceptionsGroup(SnippetViewSetGroup):
    items = (AllowanceViewSet, OutageViewSet)
    menu_label = _("Exceptions for tests")
    menu_icon = "time"
