"""Where teachers find it: among the actions of a page whose tests were taken."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ..regrading.desk import has_tests
from .views import may_look


class StatisticsButton(Button):
    def __init__(self, page, user):
        self.page, self.user = page, user
        url = reverse("lifelong_statistics:questions", args=[page.pk])
        super().__init__(_("Statistics of questions"), url, icon_name="list-ol", priority=63)

    @cached_property
    def show(self):
        return has_tests(self.page.translation_key) and may_look(self.page, self.user)
