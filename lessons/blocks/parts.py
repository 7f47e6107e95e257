"""What divides a lesson for parents: parts of a few minutes, and what to try at home tonight."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import LineBlock, WordsBlock

from .base import PREVIEW

LONGEST_PART = 30  # minutes


class PartBlock(blocks.StructBlock):
    """The beginning of a part. Nothing is locked: whoever has five minutes begins with any of them."""

    title = LineBlock(label=_("Title"))
    minutes = blocks.IntegerBlock(default=5, min_value=1, max_value=LONGEST_PART, label=_("Minutes"))

    class Meta:
        icon = "title"
        label = _("Part of a lesson")
        description = _(
            "A heading that says how many minutes the part takes, for those who read a little at a time."
        )
        template = "lessons/blocks/part.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {"title": gettext("Listen first"), "minutes": 5}


class TonightBlock(blocks.StructBlock):
    """A small thing to do at home, at the end of a part."""

    text = WordsBlock(
        label=_("What to try"), help_text=_("One or two sentences: “Tonight, try to …”. It takes minutes.")
    )

    class Meta:
        icon = "home"
        label = _("To try tonight")
        description = _("A small thing to do at home on the same day, in a frame of its own.")
        template = "lessons/blocks/tonight.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {"text": gettext("Tonight, ask your child what was good today, and only listen.")}
