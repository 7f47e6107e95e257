"""Where teachers find it: among the actions of a page with questions."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from languages.models import source_of

from .desk import may_use


class TextButton(Button):
    def __init__(self, page, user):
        self.page, self.user = page, user
        url = reverse("lifelong_formats:text", args=[page.pk])
        super().__init__(_("Questions as text…"), url, icon_name="code", priority=61)

    @cached_property
    def show(self):
        return may_use(source_of(self.page), self.user)
