"""Matching in the editor."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.images.blocks import ImageBlock

from languages.folding import fold
from quizzes.blocks import LineBlock, QuestionBlock, WordsBlock
from quizzes.streams import KeepingListBlock


class PairBlock(blocks.StructBlock):
    prompt = LineBlock(label=_("Shown"), help_text=_("What the learner finds a partner for."))
    match = LineBlock(label=_("What belongs to it"), help_text=_("A few words: they are read in a list."))
    feedback = WordsBlock(
        required=False,
        search_index=False,
        label=_("Feedback"),
        help_text=_("What somebody who chose wrongly here should read."),
    )
    picture = ImageBlock(required=False, label=_("Picture"))

    class Meta:
        label = _("Pair")
        form_layout = BlockGroup(["prompt", "match", "feedback"], settings=["picture"])


class ExtraBlock(blocks.StructBlock):
    text = LineBlock(label=_("Words"))

    class Meta:
        label = _("Belongs to nothing")


class MatchingBlock(QuestionBlock):
    pairs = KeepingListBlock(
        PairBlock(),
        min_num=2,
        max_num=12,
        starts_with=3,
        label=_("Pairs"),
        help_text=_(
            "The learner sees what belongs to them in another order. The same may belong to several."
        ),
    )
    extras = KeepingListBlock(
        ExtraBlock(),
        max_num=6,
        starts_with=0,
        label=_("What belongs to nothing"),
        help_text=_("One or two of these keep the last pair from being guessed."),
    )

    folded = ("extras", *QuestionBlock.folded)

    class Meta:
        icon = "link"
        label = _("Matching")
        description = _("The learner finds what belongs to what.")

        def preview_value(self):
            return {
                "stem": gettext("What is for what?"),
                "pairs": [
                    {"prompt": gettext("Mouse"), "match": gettext("to point")},
                    {"prompt": gettext("Keyboard"), "match": gettext("to type")},
                    {"prompt": gettext("Screen"), "match": gettext("to look")},
                ],
            }

    def find_errors(self, value):
        return {
            "pairs": _wrong_with_pairs(value["pairs"]),
            "extras": _wrong_with_extras(value["extras"], value["pairs"]),
        }


def _wrong_with_pairs(pairs):
    if len({fold(pair["prompt"]) for pair in pairs}) < len(pairs):
        return _("Two pairs show the same.")
    if len({fold(pair["match"]) for pair in pairs}) < 2:
        return _("The same belongs to every pair, so there is nothing to choose.")
    return None


def _wrong_with_extras(extras, pairs):
    matches = {fold(pair["match"]) for pair in pairs}
    texts = [fold(extra["text"]) for extra in extras]
    if matches & set(texts):
        return _("What belongs to nothing also stands in a pair.")
    if len(set(texts)) < len(texts):
        return _("The same stands here twice.")
    return None
