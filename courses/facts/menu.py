"""Where staff find what is to be checked again."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from courses.reports.permitting import has_own_courses


class DueMenuItem(MenuItem):
    def __init__(self):
        super().__init__(
            _("To check again"),
            reverse("lifelong_facts:due"),
            name="to-check-again",
            icon_name="date",
            order=120,
        )

    def is_shown(self, request):
        return has_own_courses(request.user)
