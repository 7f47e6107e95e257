"""Draws in the editor: which questions of a test chance chooses."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .blocks import DIFFICULTIES, LabelsBlock, difficulty_block
from .drawing import Draw, Labels, shortage
from .fields import BlocksField


class DrawBlock(blocks.StructBlock):
    count = blocks.IntegerBlock(default=3, min_value=1, max_value=200, label=_("How many questions"))
    tag = LabelsBlock(label=_("With the label"), help_text=_("Empty: any."))
    difficulty = difficulty_block(help_text=_("Empty: any."))

    class Meta:
        icon = "rotate"
        label = _("Draw")


class DrawsField(BlocksField):
    """Holds nothing but draws."""

    stream_block_class = blocks.StreamBlock

    def __init__(self, blocks=None, **kwargs):
        super().__init__(blocks or (lambda: [("draw", DrawBlock())]), **kwargs)


def draw_settings(page):
    """Return what a version keeps of its draws and of the labels on its questions; nothing without draws."""
    draws = [_plain(child.value) for child in page.draws]
    if not draws:
        return {}
    labels = {child.id: _labels(child.value) for child in page.get_question_blocks()}
    return {"draws": draws, "labels": {item_id: its for item_id, its in labels.items() if any(its.values())}}


def judge_draws(page):
    """Raise ValidationError, for the editor, where there are fewer questions than a draw wants."""
    labels = {child.id or str(number): child.value for number, child in enumerate(page.get_question_blocks())}
    labels = {name: Labels.of(**_labels(value)) for name, value in labels.items()}
    short = shortage(labels, [Draw(**_plain(child.value)) for child in page.draws])
    if short is None:
        return
    wanted, there = short
    message = ngettext(
        "%(what)s: %(wanted)s wanted, but there is %(there)s question.",
        "%(what)s: %(wanted)s wanted, but there are %(there)s questions.",
        there,
    )
    what = ", ".join(filter(None, [wanted.tag, wanted.difficulty and _said(wanted.difficulty)]))
    raise ValidationError(
        {"draws": message % {"what": what or gettext("Draw"), "wanted": wanted.count, "there": there}}
    )


def _plain(value):
    return {
        "count": value["count"],
        "tag": (value["tag"] or "").strip(),
        "difficulty": value["difficulty"] or "",
    }


def _labels(value):
    return {"tags": value.get("tags") or "", "difficulty": value.get("difficulty") or ""}


def _said(difficulty):
    return str(dict(DIFFICULTIES)[difficulty])
