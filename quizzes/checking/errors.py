"""What keeps a question from being marked at all: whatever its block refuses."""

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from wagtail import blocks

from .findings import Finding


def errors_in(child):
    """Return the `Finding`s of a child of a stream that cannot be published as it stands."""
    try:
        child.block.clean(child.value)
    except ValidationError as error:
        return list(_findings(error, child.block, child.value, child.id, ""))
    return []


def _findings(error, block, value, block_id, name):
    """Yield what Wagtail says at a field, in a list, in a struct, each at the block that it stands in."""
    inner = getattr(error, "block_errors", None) or {}
    for key, below in inner.items():
        if isinstance(block, blocks.ListBlock):
            child = value.bound_blocks[key]
            yield from _findings(below, block.child_block, child.value, child.id or block_id, name)
        else:
            label = capfirst(str(block.child_blocks[key].label))
            inside = value.get(key) if isinstance(value, dict) else None  # a picture is no dictionary
            yield from _findings(below, block.child_blocks[key], inside, block_id, label)
    for message in _own_messages(error):
        yield Finding(f"{name}: {message}" if name else message, block_id, is_error=True)


def _own_messages(error):
    """Return what an error says itself, and not its children."""
    others = getattr(error, "non_block_errors", None)
    if others is not None:
        return [message for one in others for message in getattr(one, "messages", [str(one)])]
    return error.messages
