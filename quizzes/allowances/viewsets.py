"""Allowances and outages among the snippets of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from quizzes.models import Allowance, Outage

from .forms import AllowanceForm
from .permitting import OwnTestsPolicy, allowances_of, only_own


class UnchosenViewSet(SnippetViewSet):
    """Nothing is made of these rows but their own pages: no chooser lists them to whoever may write pages."""

    def register_chooser_viewset(self):
        pass


class AllowanceViewSet(UnchosenViewSet):
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

    @property
    def permission_policy(self):
        return OwnTestsPolicy(self.model)

    def get_queryset(self, request):
        return allowances_of(request.user).select_related("learner").order_by("-pk")

    def get_urlpatterns(self):
        patterns = super().get_urlpatterns()
        for one in patterns:
            if "pk" in one.pattern.converters:
                one.callback = only_own(one.callback)
        return patterns


class OutageViewSet(UnchosenViewSet):
    model = Outage
    icon = "time"
    list_display = ["began_at", "ended_at", Column("why", label=_("reason"), accessor="why")]
    panels = [FieldRowPanel([FieldPanel("began_at"), FieldPanel("ended_at")]), FieldPanel("reason")]


class ExceptionsGroup(SnippetViewSetGroup):
    items = (AllowanceViewSet, OutageViewSet)
    menu_label = _("Exceptions")
    menu_icon = "time"
