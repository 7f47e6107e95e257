"""What is done one step after the other: instructions to follow, and an example that somebody worked out."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes.blocks import LineBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .base import PREVIEW, PlainRichTextBlock


class StepBlock(blocks.StructBlock):
    text = WordsBlock(label=_("What to do"), help_text=_("One action. Say where to look and what to press."))
    image = ImageBlock(
        required=False, label=_("Picture"), help_text=_("May stay empty. It shows what this step looks like.")
    )

    class Meta:
        label = _("Step")


class StepsBlock(blocks.StructBlock):
    """Numbered instructions, each step with a picture where one helps."""

    steps = KeepingListBlock(StepBlock(), min_num=1, starts_with=3, label=_("Steps in order"))

    class Meta:
        icon = "list-ol"
        label = _("Steps in order")
        description = _("Numbered instructions to follow at the computer, with a picture where one helps.")
        template = "lessons/blocks/steps.html"
        preview_template = PREVIEW

        def preview_value(self):
            said = [
                gettext("Open the menu at the bottom of the screen."),
                gettext("Choose “Shut down”."),
                gettext("Wait until the screen goes dark."),
            ]
            return {"steps": [{"text": text, "image": None} for text in said]}


class WorkedStepBlock(blocks.StructBlock):
    text = WordsBlock(label=_("Step"), help_text=_("What is done and why, as you would say it aloud."))

    class Meta:
        label = _("Step")


class WorkedExampleBlock(blocks.StructBlock):
    """A task that is solved before the learner's eyes."""

    title = LineBlock(label=_("Title"))
    task = PlainRichTextBlock(label=_("Task"), help_text=_("What somebody wants to do, or has to find out."))
    steps = KeepingListBlock(WorkedStepBlock(), min_num=1, starts_with=2, label=_("Steps in order"))
    result = PlainRichTextBlock(label=_("Result"), help_text=_("What came out of it."))

    class Meta:
        icon = "openquote"
        label = _("Worked example")
        description = _("A task, how somebody solves it step by step, and what comes out of it.")
        template = "lessons/blocks/worked_example.html"
        preview_template = PREVIEW

        def preview_value(self):
            said = [
                gettext("The budget has 60,000 tenge for paint."),
                gettext("One tin costs 7,500 tenge. 60,000 divided by 7,500 is 8."),
            ]
            return {
                "title": gettext("How many tins can we buy?"),
                "task": gettext(
                    "Aigerim paints the club's room. She wants to know how much paint she can buy."
                ),
                "steps": [{"text": text} for text in said],
                "result": gettext("Eight tins, and nothing is left over."),
            }
