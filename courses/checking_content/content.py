"""The course files as the rules read them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from django.utils import timezone

from courses.loading.files import Entry, read_tree
from lessons.menu_names import menu_name

LANGUAGES = ("ru", "kk", "en")  # the reading levels of these are known
TOKEN = re.compile(r"\[\[menu:([^\]]*)\]\]")
LAB = "windows-10"  # any system does: its names only count as words
UNSEEN = {"image", "picture", "forms", "spellings", "lines"}  # beside the text, or typed by somebody else


@dataclass(frozen=True)
class Text:
    """The words of one place in a file, in one language."""

    words: str
    language: str
    line: int


class Content:
    """All pages of a folder, in the order of the tree. `today` is the day by which dates are judged."""

    def __init__(self, folder, today=None):
        self.folder, self.today = Path(folder), today or timezone.localdate()
        self.home = read_tree(folder)
        self.pages = [Page(page_file) for page_file in self.home.walk()]

    def of_type(self, kind):
        return [page for page in self.pages if page.kind == kind]


class Page:
    """One page file."""

    def __init__(self, page_file):
        self.page_file, self.file, self.entry = page_file, page_file.file, page_file.entry
        self.kind = self.entry.get("type")

    @cached_property
    def blocks(self):
        return self.entry.get("body") or []

    @cached_property
    def questions(self):
        return [block for block in self.blocks if "stem" in block]

    def of_type(self, *kinds):
        return [block for block in self.blocks if block["type"] in kinds]

    @cached_property
    def lines(self):
        return self.file.read_text(encoding="utf-8").splitlines()

    def says(self, comment, group):
        """Say whether a comment stands at the words of a group, or at the name above them."""
        first, last = group.line - 2, max(group.line_of(language) for language in group)
        return any(comment in line for line in self.lines[max(0, first) : last])

    def shown(self, language, value=None):
        """Return the `Text`s that stand on the page, or in some of its blocks, as a lab would show them."""
        return list(shown(self.entry if value is None else value, language))


def groups(value, skip=()):
    """Yield the entries {language: words} in a value, however deep, but not those under the names in `skip`."""
    if isinstance(value, Entry) and value and set(value) <= set(LANGUAGES):
        yield value
    elif isinstance(value, Entry | list):
        parts = (
            [part for name, part in value.items() if name not in skip] if isinstance(value, Entry) else value
        )
        yield from chain.from_iterable(groups(part, skip) for part in parts)


def texts(value, language, skip=()):
    """Yield every `Text` in one language."""
    for group in groups(value, skip):
        if language in group:
            yield Text(as_words(group[language]), language, group.line_of(language))


def shown(value, language):
    """Yield the texts that a reader sees, with the names of menus put in."""
    for text in texts(value, language, UNSEEN):
        named = TOKEN.sub(lambda found: menu_name(found[1], LAB, language), text.words)
        yield Text(named, language, text.line)


def as_words(value):
    return value if isinstance(value, str) else "\n".join(map(str, value))
