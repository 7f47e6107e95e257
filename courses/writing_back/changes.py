"""Finding what differs between a page of the site and its file, place by place."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock

from courses.loading.files import ABOUT_THE_FILE
from courses.loading.pages import EDITOR_KEYS

from .refusing import Refusal, Refused
from .words import from_html


@dataclass
class Changes:
    """What is to be written into one file: `words` and `values` by place, `orders` of lists by their owner.

    A place is the names and positions that lead to it in the file, such as ("body", 3, "text", "kk").
    """

    words: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)
    orders: dict = field(default_factory=dict)
    refusals: list = field(default_factory=list)


class Comparison:
    """Compares one file with its page. `wanted` and `shown` are {language: {field: value}}, of file and site."""

    def __init__(self, page_file, source, wanted, shown, untranslated):
        self.page_file, self.source = page_file, source
        self.wanted, self.shown, self.untranslated = wanted, shown, untranslated
        self.changes = Changes()

    def run(self):
        for name in self.page_file.entry:
            if name not in ABOUT_THE_FILE:
                self._field(self.page_file.model._meta.get_field(name), name)
        return self.changes

    def _field(self, model_field, name):
        wanted, shown = (_of(name, values) for values in (self.wanted, self.shown))
        if isinstance(model_field, StreamField):
            members = self.page_file.entry[name]
            self._members(model_field.stream_block, members, (name,), (name,), wanted, shown)
        elif isinstance(model_field, models.CharField | models.TextField) and not model_field.choices:
            is_rich = isinstance(model_field, RichTextField)
            self._words(self.page_file.entry, name, (name,), name, wanted, shown, is_rich)
        else:
            self._value(self.page_file.entry, name, (name,), wanted, shown)

    def _members(self, block, entries, place, names, wanted, shown):
        """Compare the members of a list or a stream; `names` lead to their ids, `place` to them in the file."""
        ids = [self.page_file.id_of(*names, entry["id"]) for entry in entries]
        there = [member["id"] for member in shown[self.source]]
        if set(ids) != set(there):
            self._refuse_members(entries, ids, there, place)
            return
        if ids != there:
            self.changes.orders[place] = [ids.index(one) for one in there]
        for position, (entry, block_id) in enumerate(zip(entries, ids, strict=True)):
            pair = [{lang: _by_id(lists[lang], block_id) for lang in lists} for lists in (wanted, shown)]
            wanted_one, shown_one = pair
            known = {lang: one for lang, one in shown_one.items() if one is not None}
            child = self._child(block, shown_one[self.source])
            where = (*place, position)
            path = ".".join((names[0], *[self.page_file.id_of(*names, entry["id"])]))
            values = (
                {lang: one["value"] for lang, one in wanted_one.items()},
                {k: v["value"] for k, v in known.items()},
            )
            if isinstance(child, blocks.StructBlock):
                self._struct(child, entry, where, (*names, entry["id"]), *values)
            else:
                is_rich = isinstance(child, blocks.RichTextBlock)
                self._words(entry, "text", (*where, "text"), path, *values, is_rich)

    def _child(self, block, member):
        return (
            block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[member["type"]]
        )

    def _struct(self, block, entry, place, names, wanted, shown):
        for name, child in block.child_blocks.items():
            pair = [_of(name, values) for values in (wanted, shown)]
            where, below = (*place, name), (*names, name)
            if isinstance(child, ImageBlock):
                self._picture(entry, name, where, *pair)
            elif isinstance(child, blocks.ListBlock):
                lists = [{lang: value or [] for lang, value in values.items()} for values in pair]
                self._members(child, entry.get(name, []), where, below, *lists)
            elif isinstance(child, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock):
                is_rich = isinstance(child, blocks.RichTextBlock)
                self._words(entry, name, where, self._path(below), *pair, is_rich)
            else:
                self._value(entry, name, where, *pair)

    def _picture(self, entry, name, place, wanted, shown):
        if name not in entry:
            if (shown[self.source] or {}).get("image"):
                self._refuse(entry.line, _("the site has a picture here that no file has; add it by hand"))
            return
        if wanted[self.source]["image"] != shown[self.source]["image"]:
            self._refuse(entry[name].line, _("the site has another picture here; save it as a file by hand"))
        alts = [_of("alt_text", values) for values in (wanted, shown)]
        self._words(entry[name], "alt", (*place, "alt"), None, *alts)

    def _words(self, entry, name, place, path, wanted, shown, is_rich=False):
        for language, words in shown.items():
            said, had = _plain_words(words), _plain_words(wanted[language])
            if said == had or (language != self.source and path and path in self.untranslated[language]):
                continue
            line = entry[name].line_of(language) if name in entry else entry.line
            if name not in entry or not said:
                self._refuse(
                    line, _("“%(name)s:” is in one of the two only; change it by hand") % {"name": name}
                )
                continue
            try:
                new, old = (from_html(said), from_html(had)) if is_rich else (said, had)
            except Refused as refused:
                self._refuse(line, str(refused))
                continue
            if new != old:
                self.changes.words[*place, language] = new

    def _value(self, entry, name, place, wanted, shown):
        """Compare a rule, which is the source's."""
        new = shown.get(self.source)
        if _plain_value(new) == _plain_value(wanted.get(self.source)) or (name not in entry and new is None):
            return
        if isinstance(entry.get(name), list | dict):
            self._refuse(
                entry.line_of(name),
                _("“%(name)s:” was changed in the site; change it by hand") % {"name": name},
            )
        elif name in entry or not _is_nothing(new):
            self.changes.values[place] = new

    def _path(self, names):
        """Return wagtail-localize's path of a text, from the names that lead to it in the file."""
        parts, ids = [names[0]], names[1:]
        for number in range(0, len(ids), 2):
            parts.append(self.page_file.id_of(*names[: number + 2]))
            parts += ids[number + 1 : number + 2]
        return ".".join(parts)

    def _refuse_members(self, entries, ids, there, place):
        for entry, block_id in zip(entries, ids, strict=True):
            if block_id not in there:
                self._refuse(
                    entry.line,
                    _("“%(id)s” was taken away in the site; delete it by hand") % {"id": entry["id"]},
                )
        new = [one for one in there if one not in ids]
        if new:
            line = entries[-1].line if entries else self.page_file.entry.line_of(place[0])
            self._refuse(
                line, _("the site has something new in this list; add it by hand, with an id of its own")
            )

    def _refuse(self, line, message):
        self.changes.refusals.append(Refusal(self.page_file.file, line, message))


def _of(name, values):
    return {language: (value or {}).get(name) for language, value in values.items()}


def _by_id(members, block_id):
    return next((member for member in members if member["id"] == block_id), None)


def _plain_words(words):
    return EDITOR_KEYS.sub("", re.sub(r"\r\n?", "\n", str(words or ""))).strip()


def _plain_value(value):
    if value in (None, "", False, []):
        return ""
    try:
        return str(Decimal(str(value)).normalize()) if not isinstance(value, bool) else value
    except InvalidOperation:
        return str(value)


def _is_nothing(value):
    return value in (None, "", False, [])
