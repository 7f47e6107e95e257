"""Where staff find it: among the actions of a page whose tests were taken."""

from django.utils.translation import gettext_lazy as _

from ..page_screens import PageButton
from .desk import may_regrade


class RegradeButton(PageButton):
    label = _("Regrade…")
    icon_name = "rotate"
    address = "lifelong_regrading:questions"
    place = 62
    may_be_here = staticmethod(may_regrade)
