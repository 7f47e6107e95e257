"""The sheet as a table in Wagtail's admin."""

from django.forms import Media
from django.utils.translation import get_language
from wagtail.admin.ui.components import Component

from courses.progress import ICONS, WORDS


class SheetTable(Component):
    """Two rows of heads, modules over steps; the learners' names stay in sight when it is scrolled."""

    template_name = "courses/reports/sheet.html"

    def __init__(self, sheet, *, caption, base_url, ordering):
        self.sheet, self.caption, self.base_url, self.ordering = sheet, caption, base_url, ordering

    @property
    def media(self):
        return Media(css={"all": ["courses/css/report.css"]})

    def get_context_data(self, parent_context):
        return {
            "request": parent_context["request"],
            "sheet": self.sheet,
            "caption": self.caption,
            "base_url": self.base_url,
            "ordering": self.ordering,
            "legend": [(state, ICONS[state], WORDS[state]) for state in ICONS],
            "language": get_language(),
        }
