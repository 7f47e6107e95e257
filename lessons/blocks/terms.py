"""Words that are explained where they stand in the text."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from quizzes.blocks import LineBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .base import PREVIEW


class TermBlock(blocks.StructBlock):
    term = LineBlock(label=_("Word"))
    forms = WordsBlock(
        required=False,
        search_index=False,
        label=_("Its other forms"),
        help_text=_("As they stand in the text, one a line: “browser’s”, “browsers”. May stay empty."),
    )
    explanation = WordsBlock(label=_("What it means"), help_text=_("One or two short sentences."))

    class Meta:
        label = _("Word")


class TermsBlock(blocks.StructBlock):
    """The words of a lesson. Each is explained where it first stands in the text that follows, and here."""

    terms = KeepingListBlock(TermBlock(), min_num=1, label=_("Words"))

    class Meta:
        icon = "glasses"
        label = _("Words of this lesson")
        description = _(
            "New words with their meaning. In the text below, the first place of each becomes a link to it. "
            "So put this list above the text."
        )
        template = "lessons/blocks/terms.html"
        preview_template = PREVIEW

        def preview_value(self):
            explanation = gettext("A program that shows pages of the internet.")
            return {"terms": [{"term": gettext("browser"), "forms": "", "explanation": explanation}]}
