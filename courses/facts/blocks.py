"""One fact of a course, as a teacher keeps it."""

from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import LabelsBlock, WordsBlock

from .using import steps_using


class FactValue(blocks.StructValue):
    @property
    def is_due(self):
        """Say whether the day by which the fact should have been checked again is past."""
        day = self.get("check_again_by")
        return bool(day) and day < timezone.localdate()

    @property
    def host(self):
        """The name of the site that the link leads to."""
        return urlsplit(self.get("link") or "").netloc.removeprefix("www.")


class FactBlock(blocks.StructBlock):
    statement = WordsBlock(label=_("Fact"), help_text=_("In plain words, as the lesson says it."))
    source = WordsBlock(label=_("Source"), help_text=_("Who says it, and where."))
    link = blocks.URLBlock(required=False, label=_("Link"), help_text=_("May stay empty."))
    used_in = LabelsBlock(
        label=_("Used in"),
        help_text=_("The last part of the lesson's address. Several with commas between them."),
    )
    checked_on = blocks.DateBlock(label=_("Checked on"))
    check_again_by = blocks.DateBlock(label=_("Check again by"))

    class Meta:
        icon = "clipboard-list"
        label = _("Fact")
        value_class = FactValue
        template = "courses/fact.html"

    def get_context(self, value, parent_context=None):
        """Add the steps of the course that use the fact, where the caller knows the `steps`."""
        context = super().get_context(value, parent_context)
        return context | {"used_in": steps_using(value.get("used_in"), context.get("steps", ()))}


def fact_blocks():
    return [("fact", FactBlock())]
