"""Questions as plain values into blocks of a page and back, by the definitions of the blocks themselves."""

import uuid
from decimal import Decimal

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes import registry

NO_PICTURE = {"image": None, "decorative": False, "alt_text": ""}


def block_of(question):
    """Return the raw block for the body of a page, with fresh ids. Raises ValidationError in the editor's words."""
    block = registry.get(question.type).block()
    value = _with_ids(block, question.value)
    try:
        block.clean(block.to_python(value))
    except ValidationError as error:
        raise ValidationError(messages_of(error)) from error
    return {"type": question.type, "id": str(uuid.uuid4()), "value": value}


def value_of(child):
    """Return the plain values of a question that stands in a page: a stream child."""
    return _without_ids(child.block, child.block.get_prep_value(child.value))


def messages_of(error):
    """Return all messages of a block's error, however deep they sit."""
    inner = getattr(error, "block_errors", None)
    if inner is None:
        return error.messages
    children = inner.values() if isinstance(inner, dict) else filter(None, inner)
    return [message for child in children for message in messages_of(child)] + [
        message for one in error.non_block_errors for message in messages_of(one)
    ]


def _with_ids(block, value):
    return {name: _field(child, value.get(name)) for name, child in block.child_blocks.items()}


def _field(block, given):
    if isinstance(block, ImageBlock):
        return given or NO_PICTURE
    if isinstance(block, blocks.ListBlock):
        return [
            {"type": "item", "id": str(uuid.uuid4()), "value": _with_ids(block.child_block, member)}
            for member in given or []
        ]
    if given is None:
        given = block.get_prep_value(block.get_default())
    if given is None and isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return ""  # wagtail-localize cannot extract None
    return str(given) if isinstance(given, Decimal) else given


def _without_ids(block, value):
    return {name: _plain(block.child_blocks[name], kept) for name, kept in value.items()}


def _plain(block, kept):
    if not isinstance(block, blocks.ListBlock) or isinstance(block, ImageBlock):
        return kept
    return [_without_ids(block.child_block, member["value"]) for member in kept]
