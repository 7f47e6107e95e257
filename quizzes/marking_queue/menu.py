"""The queue in the admin's menu, with how much waits in it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from ..markers import works_on_any
from .desk import waiting_for


class MarkingMenuItem(MenuItem):
    """Shown to whoever works on pages. The count costs one query a page of the admin."""

    def __init__(self, url):
        super().__init__(gettext_lazy("Marking"), url, name="marking", icon_name="edit", order=250)

    def is_shown(self, request):
        return works_on_any(request.user)

    def render_component(self, request):
        count = waiting_for(request.user).count()
        label = _("Marking (%(count)s)") % {"count": count} if count else str(self.label)
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)
