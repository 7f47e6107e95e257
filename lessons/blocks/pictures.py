"""A picture with its caption."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes.blocks import LineBlock


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = LineBlock(required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption. Say in words what it shows, for those who do not see it.")
        template = "lessons/blocks/picture.html"
        preview_template = "lessons/blocks/picture_preview.html"

        def preview_value(self):
            return {"image": None, "caption": gettext("Morning in the steppe")}
