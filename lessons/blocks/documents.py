"""A file to take along."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from lessons.files import describe_file
from quizzes.blocks import LineBlock

from .base import PREVIEW


class DocumentValue(blocks.StructValue):
    @property
    def details(self):
        document = self.get("document")
        return describe_file(document.file) if document else ""


class DocumentBlock(blocks.StructBlock):
    """A document to download, with its type and size in words."""

    document = DocumentChooserBlock(label=_("File"))
    title = LineBlock(label=_("Title"), help_text=_("What the file is, not its name: “Budget to fill in”."))
    description = LineBlock(required=False, label=_("What it is good for"))

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        description = _("A file to print or to fill in. Learners see its type and size before they fetch it.")
        value_class = DocumentValue
        template = "lessons/blocks/document.html"
        preview_template = PREVIEW

        def preview_value(self):
            return {
                "document": None,
                "title": gettext("Budget to fill in"),
                "description": gettext("Print it and take it home."),
            }
