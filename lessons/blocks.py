"""What a lesson is made of, beside questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes import registry
from quizzes.blocks import LineBlock

PLAIN_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(LineBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        template = "lessons/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "lessons/blocks/paragraph.html"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = LineBlock(required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "lessons/blocks/picture.html"


class CalloutValue(blocks.StructValue):
    @property
    def kind_label(self):
        return dict(CalloutBlock.KINDS).get(self.get("kind"), "")


class CalloutBlock(blocks.StructBlock):
    """A few lines that stand apart from the text."""

    KINDS = [("remember", _("Remember")), ("try", _("Try it")), ("important", _("Important"))]

    kind = blocks.ChoiceBlock(choices=KINDS, default="remember", label=_("Kind"))
    text = blocks.RichTextBlock(features=PLAIN_FEATURES, label=_("Text"))

    class Meta:
        icon = "clipboard-list"
        label = _("Callout")
        value_class = CalloutValue
        template = "lessons/blocks/callout.html"


def lesson_blocks():
    """Return the blocks a lesson may hold: our own, then every registered question type."""
    own = [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock(features=PLAIN_FEATURES)),
        ("picture", PictureBlock()),
        ("callout", CalloutBlock()),
    ]
    return own + [(kind.name, kind.block()) for kind in registry.all_types()]
