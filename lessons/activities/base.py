"""What every activity is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lessons.menus import LabNames
from quizzes.blocks import LineBlock


class ActivityBlock(blocks.StructBlock):
    """The base of every activity, always at the top level of a lesson.

    Its template shows what to do without script, in an element of the class `activity-plain`, and gives
    its heading the id `activity-<block_id>`. `script` and `style` in `Meta` are static files that only
    lessons with this activity load.
    """

    title = LineBlock(label=_("Title"))

    class Meta:
        icon = "tasks"
        group = _("Exercises")
        script = ""
        style = ""
        preview_template = "lessons/activities/preview.html"

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"lab": LabNames()}
