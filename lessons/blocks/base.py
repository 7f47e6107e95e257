"""What the blocks of a lesson have in common."""

from wagtail import blocks

PLAIN_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
PREVIEW = "lessons/blocks/preview.html"  # how the block chooser shows an example


class PlainRichTextBlock(blocks.RichTextBlock):
    """Text with lists, links and bold or italic words, and nothing that changes a lesson's looks."""

    def __init__(self, features=PLAIN_FEATURES, **kwargs):
        super().__init__(features=features, **kwargs)
