"""A rubric: criteria with levels, each worth points. A teacher chooses one level of each criterion."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from quizzes.blocks import LineBlock, WordsBlock
from quizzes.streams import KeepingListBlock


class LevelBlock(blocks.StructBlock):
    points = blocks.DecimalBlock(
        default=Decimal(0), min_value=0, max_value=1000, max_digits=7, decimal_places=3, label=_("Points")
    )
    description = WordsBlock(search_index=False, label=_("What an answer on this level is like"))

    class Meta:
        label = _("Level")


class CriterionBlock(blocks.StructBlock):
    criterion = LineBlock(search_index=False, label=_("Criterion"))
    levels = KeepingListBlock(LevelBlock(), min_num=2, starts_with=2, label=_("Levels"))

    class Meta:
        label = _("Criterion")

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        points = [level["points"] for level in cleaned["levels"]]
        if len(set(points)) < len(points):
            error = ValidationError(_("Two levels of a criterion are worth the same."))
            raise StructBlockValidationError(block_errors={"levels": error})
        return cleaned


class RubricBlock(KeepingListBlock):
    """The criteria of one question; none where a teacher simply gives points."""

    def __init__(self, **kwargs):
        super().__init__(CriterionBlock(), **kwargs)

    class Meta:
        starts_with = 0
        collapsed = True


def rubric_block():
    return RubricBlock(
        required=False,
        label=_("Rubric"),
        help_text=_(
            "Criteria with levels, which whoever marks chooses from. Without it they give points. "
            "Learners see it when their answer is marked."
        ),
    )


def fraction_by_rubric(rubric, chosen):
    """Return the share of the mark for {criterion id: level id}. Raises KeyError where a choice is missing."""
    earned = maximum = Decimal(0)
    for criterion in rubric:
        points = {level["id"]: Decimal(level["points"]) for level in criterion["levels"]}
        earned += points[chosen[criterion["id"]]]
        maximum += max(points.values())
    return as_fraction(earned, maximum)


def as_fraction(points, maximum):
    """Return points as the share of a maximum, to eight places. Of a question worth nothing it is all."""
    return round(points / maximum, 8) if maximum else Decimal(1)
