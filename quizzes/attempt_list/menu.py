"""Where teachers find it: among the actions of a page that has a test somebody began."""

from django.utils.translation import gettext_lazy as _

from ..page_screens import PageButton, has_begun_tests


class AttemptsButton(PageButton):
    label = _("Attempts")
    icon_name = "history"
    address = "lifelong_attempts:list"
    place = 61
    is_there = staticmethod(has_begun_tests)
