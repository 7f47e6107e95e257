"""The plain blocks: a heading, text, and lines that stand apart from it."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import LineBlock

from .base import PREVIEW, PlainRichTextBlock


class HeadingBlock(LineBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.field.widget.attrs["aria-label"] = _(
            "Heading"
        )  # Wagtail labels only fields within a block of several

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Names the part of the lesson that follows.")
        template = "lessons/blocks/heading.html"
        preview_template = PREVIEW

        def preview_value(self):
            return gettext("How to hold the mouse")


class ParagraphBlock(PlainRichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs and lists, with bold words and links.")
        template = "lessons/blocks/paragraph.html"
        preview_template = PREVIEW

        def preview_value(self):
            return f"<p>{gettext('Lay your hand on the mouse as on a small stone.')}</p>"


class CalloutValue(blocks.StructValue):
    @property
    def kind_label(self):
        return dict(CalloutBlock.KINDS).get(self.get("kind"), "")


class CalloutBlock(blocks.StructBlock):
    """A few lines that stand apart from the text."""

    KINDS = [("remember", _("Remember")), ("try", _("Try it")), ("important", _("Important"))]

    kind = blocks.ChoiceBlock(choices=KINDS, default="remember", label=_("Kind"))
    text = PlainRichTextBlock(label=_("Text"))

    class Meta:
        icon = "clipboard-list"
        label = _("Callout")
        description = _("A few lines in a frame of their own: to remember, to try, or important.")
        value_class = CalloutValue
        template = "lessons/blocks/callout.html"
        preview_template = PREVIEW

        def preview_value(self):
            words = gettext("Save your work often: then you will lose very little.")
            return {"kind": "try", "text": f"<p>{words}</p>"}


class RememberBlock(blocks.StructBlock):
    """The one sentence to take home."""

    text = LineBlock(
        label=_("What to remember"),
        help_text=_("One sentence that a learner could repeat at home. Best at the end of the lesson."),
    )

    class Meta:
        icon = "success"
        label = _("Remember")
        description = _("The one sentence to take home, in a frame of its own.")
        template = "lessons/blocks/remember.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {"text": gettext("Save your work often: then you will lose very little.")}
