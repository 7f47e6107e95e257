"""Where teachers find it: among the actions of a page whose tests were taken."""

from django.utils.translation import gettext_lazy as _

from ..page_screens import PageButton


class StatisticsButton(PageButton):
    label = _("Statistics of questions")
    icon_name = "list-ol"
    address = "lifelong_statistics:questions"
    place = 63
