"""Streams and lists that lose nothing: unknown blocks are kept, doubled ids are renewed."""

import json
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.images.blocks import ImageBlock

UNKNOWN = "unknown_block"


NO_PICTURE = {"image": None, "decorative": False, "alt_text": ""}


class UnknownBlock(blocks.FieldBlock):
    """Stands in for a block whose type is not installed any more; shows nothing, keeps everything.

    Its value is the original, `{"type": …, "value": …}`, as JSON text.
    """

    def __init__(self, **kwargs):
        self.field = forms.CharField(required=False, widget=forms.HiddenInput)
        super().__init__(**kwargs)

    def render(self, value, context=None):
        return ""

    class Meta:
        icon = "warning"
        group = _("Kept from elsewhere")
        default = ""
        label = _("A block whose type is not installed")
        help_text = _("It is kept as it is and comes back when its type is installed again.")


class KeepingStreamBlock(blocks.StreamBlock):
    """A stream that keeps blocks of unknown type and never holds the same id twice.

    Wagtail drops unknown blocks when it reads a stream, and the next save deletes them for good.
    """

    def __init__(self, local_blocks=None, **kwargs):
        super().__init__([*(local_blocks or []), (UNKNOWN, UnknownBlock(required=False))], **kwargs)

    def to_python(self, value):
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return super().to_python(value)
        if isinstance(value, list):
            value = [self._wrapped(block) for block in value]
        return super().to_python(value)

    def get_prep_value(self, value):
        return [_unwrapped(block) for block in super().get_prep_value(value)]

    def clean(self, value):
        cleaned = super().clean(value)
        renew_doubled_ids(cleaned)
        self._judge_children(cleaned)
        return cleaned

    def judge(self, raw):
        """Raise ValidationError for a child that is right by itself and wrong here; `raw` is its raw value."""

    def _judge_children(self, children):
        wrong = {}
        for number, child in enumerate(children):
            try:
                self.judge(child.get_prep_value()["value"])
            except ValidationError as error:
                wrong[number] = error
        if wrong:
            raise blocks.StreamBlockValidationError(wrong)

    def _wrapped(self, block):
        if not isinstance(block, dict):
            return block
        if block.get("type") in self.child_blocks:
            return block | {"value": _with_pictures(self.child_blocks[block["type"]], block.get("value"))}
        original = json.dumps({"type": block.get("type"), "value": block.get("value")})
        return {"type": UNKNOWN, "value": original, "id": block.get("id")}


def _with_pictures(block, value):
    """Return a raw value in which each picture stands that its block has learnt of since it was saved, empty.

    wagtail-localize reads the raw value of a picture without asking whether there is one.
    """
    if isinstance(block, ImageBlock):
        return NO_PICTURE if value is None else value
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        inside = {name: _with_pictures(child, value.get(name)) for name, child in block.child_blocks.items()}
        return value | {name: one for name, one in inside.items() if one is not None}
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        return [
            one | {"value": _with_pictures(block.child_block, one.get("value"))} if _is_member(one) else one
            for one in value
        ]
    return value


def _is_member(one):
    return isinstance(one, dict) and one.get("type") == "item"


def _unwrapped(block):
    if block["type"] != UNKNOWN:
        return block
    return {**json.loads(block["value"] or '{"type": "unknown_block", "value": ""}'), "id": block["id"]}


class KeepingStreamAdapter(StreamBlockAdapter):
    """Tells the editor which blocks to offer; what stands in for an unknown one is not among them."""

    js_constructor = "quizzes.KeepingStreamBlock"

    @property
    def media(self):
        return super().media + forms.Media(js=[versioned_static("quizzes/js/admin/keeping-stream.js")])


register(KeepingStreamAdapter(), KeepingStreamBlock)


class KeepingListBlock(blocks.ListBlock):
    """A list whose members never share an id: an option is known by it. A new one `starts_with` so many empty members.

    An empty member is said in full: the editor writes “undefined” into what a default leaves out.
    """

    def get_default(self):
        return self.normalize([self.child_block.get_default() for _ in range(self.meta.starts_with)])

    def clean(self, value):
        cleaned = super().clean(value)
        renew_doubled_ids(cleaned.bound_blocks)
        return cleaned

    class Meta:
        starts_with = 1


def renew_doubled_ids(children):
    """Give a new id to each child whose id an earlier one has. A copied block may bring its old one along."""
    seen = set()
    for child in children:
        if child.id in seen:
            child.id = str(uuid.uuid4())
        seen.add(child.id)
