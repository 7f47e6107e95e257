"""Hotspot in the editor."""

from decimal import Decimal

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from languages.folding import fold
from quizzes.blocks import LineBlock, QuestionBlock, WordsBlock
from quizzes.streams import KeepingListBlock

from .marking import CIRCLE, RECTANGLE


def _per_cent(label, help_text, default, least=0):
    return blocks.DecimalBlock(
        default=Decimal(default),
        min_value=least,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        label=label,
        help_text=help_text,
    )


class AreaBlock(blocks.StructBlock):
    SHAPES = [(RECTANGLE, _("rectangle")), (CIRCLE, pgettext_lazy("a shape", "round"))]

    name = LineBlock(
        label=_("Name"),
        help_text=_(
            "For those who choose from a list. Say what is there, and nothing that the picture does not show."
        ),
    )
    right = blocks.BooleanBlock(required=False, label=_("This is a right place"))
    shape = blocks.ChoiceBlock(choices=SHAPES, default=RECTANGLE, search_index=False, label=_("Shape"))
    x = _per_cent(_("From the left, %"), _("Where its left edge is: 0 is the left edge of the picture."), 40)
    y = _per_cent(_("From the top, %"), _("Where its upper edge is: 0 is the upper edge of the picture."), 40)
    width = _per_cent(_("Width, %"), _("Of the picture's width. A fingertip needs about 10."), 20, least=1)
    height = _per_cent(_("Height, %"), _("Of the picture's height."), 20, least=1)
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who chose this should read. A wrong answer deserves a reason."),
    )

    class Meta:
        label = _("Place")


class HotspotBlock(QuestionBlock):
    illustration = None  # it has a picture of its own
    picture = ImageBlock(label=_("Picture"))
    areas = KeepingListBlock(
        AreaBlock(),
        min_num=2,
        max_num=12,
        starts_with=2,
        label=_("Places"),
        help_text=_(
            "Right ones and wrong ones. The preview draws them on the picture; learners do not see them. "
            "Where two overlap, the first counts."
        ),
    )
    feedback_wrong = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback for any other place"),
    )

    class Meta:
        icon = "crosshairs"
        label = _("Place in a picture")
        description = _("The learner points at a place in a picture.")
        preview_picture = ("quizzes/examples/desktop.svg", 560, 350)

        def preview_value(self):
            return {
                "stem": gettext("Where is the recycle bin?"),
                "picture": None,
                "areas": [
                    _example(gettext("The picture at the top left"), 4, 7, 16, 25, right=True),
                    _example(gettext("The window in the middle"), 34, 15, 50, 55),
                    _example(gettext("The button at the bottom left"), 0, 88, 14, 12),
                ],
            }

    def find_errors(self, value):
        return {"areas": _wrong_with_areas(value["areas"])}


def _example(name, x, y, width, height, right=False):
    return {"name": name, "right": right, "x": x, "y": y, "width": width, "height": height}


def _wrong_with_areas(areas):
    if not any(area["right"] for area in areas):
        return gettext("Tick “This is a right place” at one place or more.")
    if all(area["right"] for area in areas):
        return gettext(
            "Add a place that is not right: a list of right ones alone would give the answer away."
        )
    if len({fold(area["name"]) for area in areas}) < len(areas):
        return gettext("Two places have the same name.")
    for area in areas:
        if area["x"] + area["width"] > 100 or area["y"] + area["height"] > 100:
            return gettext("“%(name)s” reaches beyond the picture.") % {"name": area["name"]}
    return None
