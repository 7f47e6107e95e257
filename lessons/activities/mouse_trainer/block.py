"""The mouse trainer as a teacher puts it into a lesson."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..base import ActivityBlock


class MouseTrainerBlock(ActivityBlock):
    """Six short tasks. Nothing to set but the title: the tasks are the same in every lesson."""

    class Meta:
        icon = "crosshairs"
        label = _("Mouse trainer")
        description = _(
            "Six tasks with the mouse: point, click, double-click, right button, drag, scroll. "
            "They work by keyboard and by finger, too."
        )
        template = "lessons/activities/mouse_trainer.html"
        script = "lessons/activities/mouse_trainer.js"

        def preview_value(self):
            return {"title": gettext("Make friends with the mouse")}
