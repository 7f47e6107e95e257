"""Where staff find it: among the actions of a page whose tests were taken."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from .desk import has_tests, may_regrade


class RegradeButton(Button):
    """Costs three queries a page with questions, none elsewhere."""

    def __init__(self, page, user):
        self.page, self.user = page, user
        url = reverse("lifelong_regrading:questions", args=[page.pk])
        super().__init__(_("Regrade…"), url, icon_name="rotate", priority=62)

    @cached_property
    def show(self):
        return has_tests(self.page.translation_key) and may_regrade(self.page, self.user)
