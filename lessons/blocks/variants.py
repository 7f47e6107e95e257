"""A passage that speaks to one kind of reader."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes.blocks import LineBlock

from .base import PREVIEW, PlainRichTextBlock

AUDIENCES = [("child", _("For children")), ("elder", _("For people over 60")), ("parent", _("For parents"))]


class VariantValue(blocks.StructValue):
    @property
    def audience_label(self):
        return dict(AUDIENCES).get(self.get("audience"), "")


class VariantBlock(blocks.StructBlock):
    """The same matter in words, examples and pictures for one kind of reader. It holds no questions."""

    audience = blocks.ChoiceBlock(
        choices=AUDIENCES,
        label=_("Who it is for"),
        help_text=_("It is open for these readers. All others see its title and may open it, too."),
    )
    title = LineBlock(required=False, label=_("Title"))
    text = PlainRichTextBlock(label=_("Text"))
    image = ImageBlock(required=False, label=_("Picture"), help_text=_("May stay empty."))

    class Meta:
        icon = "group"
        label = _("Text for some readers")
        description = _(
            "A passage for children, for people over 60 or for parents, with an example of their own."
        )
        value_class = VariantValue
        template = "lessons/blocks/variant.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {
                "audience": "elder",
                "title": gettext("No need to hurry"),
                "text": gettext("The computer waits for you. Read the page in peace, then press the button."),
                "image": None,
            }
