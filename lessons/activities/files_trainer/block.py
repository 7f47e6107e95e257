"""The trainer for files and folders as a teacher puts it into a lesson."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quizzes.blocks import LineBlock

from ..base import ActivityBlock

LONGEST_NAME = 24  # a name that a learner types, and that fits below a small picture


class FilesTrainerBlock(ActivityBlock):
    """Seven tasks on a drawn desktop. The teacher names the folder and the document that are made on the way."""

    folder = LineBlock(
        max_length=LONGEST_NAME,
        label=_("Name of the folder"),
        help_text=_("Learners make a folder and call it so: one short word."),
    )
    document = LineBlock(
        max_length=LONGEST_NAME,
        label=_("Name of the document"),
        help_text=_("Learners save a document under this name: one or two short words."),
    )

    class Meta:
        icon = "folder-open-1"
        label = _("Files and folders trainer")
        description = _(
            "Seven tasks on a drawn desktop: make a folder, rename it, save into it, copy, move, delete, restore. "
            "Menus are named as the lab's computers show them."
        )
        template = "lessons/activities/files_trainer.html"
        script = "lessons/activities/files_trainer.js"

        def preview_value(self):
            return {
                "title": gettext("Put things in order"),
                "folder": gettext("Family"),
                "document": gettext("Letter"),
            }
