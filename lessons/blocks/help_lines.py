"""The numbers to call, as the site's settings have them."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lessons.models.help_lines import HelpLines

from .base import PREVIEW


class HelpLinesBlock(blocks.StructBlock):
    """Shows the help lines of the site. It has no fields: numbers are corrected in one place for all lessons."""

    class Meta:
        icon = "help"
        label = _("Help lines")
        help_text = _("Shows the numbers that stand in the settings under “Help lines”.")
        description = _("The numbers to call for help. They are kept in the settings, once for all lessons.")
        template = "lessons/blocks/help_lines.html"
        preview_template = PREVIEW
        speaks_for_itself = (
            True  # its words are no translation of the source page's: a name may be the same in both
        )

        def preview_value(self):
            return {}

    def get_context(self, value, parent_context=None):
        """Add the lines in the reader's language. Runs one query, when the page is rendered for everybody."""
        lines = HelpLines.current_lines(get_language())
        return super().get_context(value, parent_context) | {"lines": lines}
