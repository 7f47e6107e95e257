"""Where teachers find it: among the actions of a page that has a test somebody began."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ..statistics.views import may_look
from .views import has_attempts


class AttemptsButton(Button):
    def __init__(self, page, user):
        self.page, self.user = page, user
        url = reverse("lifelong_attempts:list", args=[page.pk])
        super().__init__(_("Attempts"), url, icon_name="history", priority=61)

    @cached_property
    def show(self):
        return has_attempts(self.page.translation_key) and may_look(self.page, self.user)
