"""Questions as plain values into blocks of a page and back, by the definitions of the blocks themselves."""

import uuid
from decimal import Decimal

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from quizzes import registry
from quizzes.streams import NO_PICTURE

from .pictures import Picture, digest_of


def check(question):
    """Raise ValidationError, in the editor's words, for a question that the editor would refuse. Writes nothing."""
    block = registry.get(question.type).block()
    try:
        block.clean(block.to_python(_with_ids(block, question.value, {})))
    except ValidationError as error:
        raise ValidationError(messages_of(error)) from error


def block_of(question, images=None):
    """Return the raw block for the body of a page, with fresh ids; `images` is {picture: image} of its pictures."""
    value = _with_ids(registry.get(question.type).block(), question.value, images or {})
    return {"type": question.type, "id": str(uuid.uuid4()), "value": value}


def value_of(child, with_files=True):
    """Return the plain values of a question that stands in a page: a stream child. Pictures may come without bytes."""
    return _without_ids(child.block, child.block.get_prep_value(child.value), with_files)


def messages_of(error):
    """Return all messages of a block's error, however deep they sit."""
    inner = getattr(error, "block_errors", None)
    if inner is None:
        return error.messages
    children = inner.values() if isinstance(inner, dict) else filter(None, inner)
    return [message for child in children for message in messages_of(child)] + [
        message for one in error.non_block_errors for message in messages_of(one)
    ]


def _with_ids(block, value, images):
    return {name: _field(child, value.get(name), images) for name, child in block.child_blocks.items()}


def _field(block, given, images):
    if isinstance(block, ImageBlock):
        return _shown(given, images.get(given))
    if isinstance(block, blocks.ListBlock):
        return [
            {"type": "item", "id": str(uuid.uuid4()), "value": _with_ids(block.child_block, member, images)}
            for member in given or []
        ]
    if given is None:
        given = block.get_prep_value(block.get_default())
    if given is None and isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return ""  # wagtail-localize cannot extract None
    return str(given) if isinstance(given, Decimal) else given


def _shown(picture, image):
    if image is None:
        return NO_PICTURE
    return {"image": image.pk, "alt_text": picture.alt, "decorative": not picture.alt}


def _without_ids(block, value, with_files):
    return {name: _plain(block.child_blocks[name], kept, with_files) for name, kept in value.items()}


def _plain(block, kept, with_files):
    if isinstance(block, ImageBlock):
        return _picture(kept, with_files)
    if not isinstance(block, blocks.ListBlock):
        return kept
    return [_without_ids(block.child_block, member["value"], with_files) for member in kept]


def _picture(kept, with_files):
    """Return the `Picture` of an image of the site, or None where there is none."""
    if not kept or not kept["image"]:
        return None
    alt = "" if kept["decorative"] else kept["alt_text"] or ""
    image = get_image_model().objects.filter(pk=kept["image"]).first() if with_files else None
    if image is None:
        return Picture("", b"", alt)
    try:
        with image.open_file() as file:
            content = file.read()
    except OSError:  # the file is gone, and its row is not
        return Picture(image.filename, None, alt)
    return Picture(image.filename, content, alt, digest_of(content))
