"""Where staff find the reports."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from courses.models import CoursePage

from .permitting import has_own_courses, may_report_on


class ProgressMenuItem(MenuItem):
    def __init__(self):
        super().__init__(
            _("Progress of learners"),
            reverse("lifelong_reports:courses"),
            name="progress-of-learners",
            icon_name="group",
            order=100,
        )

    def is_shown(self, request):
        return has_own_courses(request.user)


class ProgressButton(Button):
    """Stands among the actions of a course's page."""

    def __init__(self, page, user):
        self.page, self.user = page, user
        url = reverse("lifelong_reports:progress", args=[page.translation_key])
        super().__init__(_("Progress of learners"), url, icon_name="group", priority=5)

    @property
    def show(self):
        return may_report_on(self.user, self.page.translation_key)


def buttons_for(page, user):
    is_course = issubclass(page.specific_class, CoursePage)
    return [ProgressButton(page, user)] if is_course else []
