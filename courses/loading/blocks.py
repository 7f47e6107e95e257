"""Making the blocks of a page out of a file, by the definitions of the blocks themselves.

A block or question type that is registered tomorrow needs nothing here.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from quizzes.streams import NO_PICTURE, UNKNOWN

from .files import Entry
from .words import as_html

ABOUT_THE_BLOCK = {"id", "type"}


class BlockComposer:
    """Turns the entries of one file into the raw value of a StreamField, in one language.

    `words(entry, name)` returns the text in that language; `pictures` is {file: image}.
    """

    def __init__(self, page_file, words, pictures):
        self.page_file, self.words, self.pictures = page_file, words, pictures

    def stream(self, stream_block, owner, name):
        """Return the list of blocks that stands under `name`."""
        return [self._block(stream_block, entry, name) for entry in self._members(owner, name)]

    def _block(self, stream_block, entry, name):
        kind = entry.get("type") or _only_kind(stream_block)
        if kind not in stream_block.child_blocks:
            known = ", ".join(stream_block.child_blocks)
            message = _("there is no such block; there are: %(blocks)s") % {"blocks": known}
            raise self.page_file.error(message, "type", entry=entry)
        block = stream_block.child_blocks[kind]
        path = (name, entry["id"])
        is_struct = isinstance(block, blocks.StructBlock)
        value = self._struct(block, entry, path) if is_struct else self._words_alone(block, entry)
        self._judge(stream_block, block, value, entry)
        return {"type": kind, "value": value, "id": self.page_file.id_of(*path)}

    def _words_alone(self, block, entry):
        """Return the value of a block, such as a heading, that is nothing but its text."""
        self._refuse_unknown({"text"}, entry)
        if "text" not in entry:
            raise self.page_file.error(_("“%(name)s:” is missing here") % {"name": "text"}, entry=entry)
        return self._field(block, entry, "text", ())

    def _struct(self, block, entry, path):
        self._refuse_unknown(block.child_blocks, entry)
        self._refuse_missing(block, entry)
        names = [
            name for name, child in block.child_blocks.items() if name in entry or _is_always_there(child)
        ]
        return {name: self._field(block.child_blocks[name], entry, name, path) for name in names}

    def _field(self, block, entry, name, path):
        if isinstance(block, ImageBlock):
            return self._picture(entry, name)
        if isinstance(block, blocks.ListBlock):
            return [self._item(block.child_block, item, (*path, name)) for item in self._members(entry, name)]
        if isinstance(block, blocks.RichTextBlock):
            return as_html(self.words(entry, name))
        if _holds_words(block):
            return self.words(entry, name) if name in entry else ""
        if isinstance(block, blocks.IntegerBlock):
            return entry[name]  # counted with, as the editor keeps it
        return _plain(entry.get(name, ""))

    def _item(self, block, entry, path):
        path = (*path, entry["id"])
        return {"type": "item", "value": self._struct(block, entry, path), "id": self.page_file.id_of(*path)}

    def _picture(self, entry, name):
        if name not in entry:
            return NO_PICTURE
        value = entry[name]
        if not isinstance(value, Entry) or set(value) != {"file", "alt"}:
            raise self.page_file.error(_("a picture has “file:” and “alt:”"), name, entry=entry)
        image = self.pictures.get(value["file"])
        return {"image": image and image.pk, "alt_text": self.words(value, "alt"), "decorative": False}

    def _members(self, owner, name):
        members, seen = owner.get(name, []), set()
        if not isinstance(members, list) or not all(isinstance(member, Entry) for member in members):
            raise self.page_file.error(
                _("write a list here, each member starting with “- id:”"), name, entry=owner
            )
        for member in members:
            if not isinstance(member.get("id"), str):
                message = _("give it a name of its own with “id:”; it never changes afterwards")
                raise self.page_file.error(message, "id", entry=member)
            if member["id"] in seen:
                raise self.page_file.error(_("two members of this list have the same id"), "id", entry=member)
            seen.add(member["id"])
        return members

    def _refuse_unknown(self, known, entry):
        for name in entry:
            if name not in known and name not in ABOUT_THE_BLOCK:
                raise self.page_file.error(_("a block of this type has no such field"), name, entry=entry)

    def _refuse_missing(self, block, entry):
        for name, child in block.child_blocks.items():
            if _must_be_given(child) and name not in entry:
                raise self.page_file.error(_("“%(name)s:” is missing here") % {"name": name}, entry=entry)

    def _judge(self, stream_block, block, value, entry):
        """Let the block refuse what it would refuse in the editor; a picture is judged where it is stored."""
        self._obey(stream_block.judge, value, entry)
        if any(_needs_picture(child) for child in getattr(block, "child_blocks", {}).values()):
            return
        self._obey(block.clean, block.to_python(value), entry)

    def _obey(self, rule, value, entry):
        try:
            rule(value)
        except ValidationError as error:
            raise self.page_file.error(" ".join(_messages(error)), entry=entry) from error


def _only_kind(stream_block):
    """Return the type of every member of a stream that has members of one type only."""
    kinds = [kind for kind in stream_block.child_blocks if kind != UNKNOWN]
    return kinds[0] if len(kinds) == 1 else None


def _messages(error):
    """Return all messages of a block's error, however deep they sit."""
    inner = getattr(error, "block_errors", None)
    if inner is None:
        return error.messages
    nested = [f"{name}: {message}" for name, child in inner.items() for message in _messages(child)]
    return nested + list(error.non_block_errors)


def _needs_picture(block):
    return isinstance(block, ImageBlock) and block.child_blocks["image"].required


def _must_be_given(block):
    if isinstance(block, ImageBlock):
        return _needs_picture(block)
    return block.required and block.get_default() in (None, "")


def _is_always_there(block):
    """Say whether a block is stored even where the file leaves it out.

    wagtail-localize reads words and pictures without asking, and the editor's idea of a new list has an empty member.
    """
    return _holds_words(block) or _is_address(block) or isinstance(block, ImageBlock | blocks.ListBlock)


def _holds_words(block):
    """Say whether a block is plain words. They are never None: wagtail-localize cannot extract that."""
    return isinstance(block, blocks.CharBlock | blocks.TextBlock)


def _is_address(block):
    """Say whether a block is an address. It is the same in all languages, and never None either."""
    return isinstance(block, blocks.URLBlock)


def _plain(value):
    """Return a value as JSON keeps it: a number of marks or points is exact text."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if isinstance(value, bool | str) or value is None else str(value)
