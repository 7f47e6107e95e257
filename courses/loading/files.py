"""Reading the tree of course files, remembering on which line everything stands."""

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from .errors import ContentError

# Never change it: every page, block and option of the starter courses is known by an id made from it.
NAMESPACE = uuid.UUID("5f0e6c1e-6d0b-4b53-9a55-0c6c3f1f7a2d")
HELP_LINES = "help-lines.yaml"  # no page: numbers for the site's settings
ABOUT_THE_FILE = {"type", "children", "written_in", "awaiting_review"}


class Entry(dict):
    """A YAML mapping that knows its own line and the line of each of its names."""

    def __init__(self, line):
        super().__init__()
        self.line, self.lines = line, {}

    def line_of(self, name):
        return self.lines.get(name, self.line)


class EntryLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # the one in C is ten times as fast
    """YAML's safe loader, with lines, and with no patience for a name that is given twice."""

    def entry(self, node):
        entry = Entry(node.start_mark.line + 1)
        yield entry
        for name, _value in node.value:
            if name.value in entry.lines:
                raise yaml.MarkedYAMLError(problem=_("given twice"), problem_mark=name.start_mark)
            entry.lines[name.value] = name.start_mark.line + 1
        entry.update(self.construct_mapping(node))


EntryLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, EntryLoader.entry)


@dataclass(eq=False)
class PageFile:
    """One page's file. `path` is its place in the tree, made of slugs; home's is empty."""

    file: Path
    path: str
    entry: Entry
    parent: "PageFile | None" = None
    model: type | None = None  # the page class, once the file is checked
    children: list["PageFile"] = field(default_factory=list)

    @cached_property
    def key(self):
        """The translation key of the page, the same in every site."""
        return uuid.uuid5(NAMESPACE, self.path or "home")

    @property
    def slug(self):
        return self.path.rpartition("/")[2] or "home"

    @property
    def depth(self):
        """The page's depth in Wagtail's tree, where home pages are at 2."""
        return 2 + len(self.path.split("/")) if self.path else 2

    @property
    def name(self):
        """What a report calls this page."""
        return self.path or "home"

    @property
    def older_siblings(self):
        """The pages that stand before this one, the nearest first."""
        siblings = self.parent.children if self.parent else [self]
        return siblings[: siblings.index(self)][::-1]

    def id_of(self, *names):
        """Return the stable id of a block or list item, from the names that lead to it."""
        return str(uuid.uuid5(self.key, "/".join(names)))

    def walk(self):
        """Yield this page and everything below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def error(self, message, name=None, entry=None):
        """Return a `ContentError` for a name of this file, or of one of its entries."""
        entry = self.entry if entry is None else entry
        return ContentError(self.file, entry.line_of(name), message, name)


def read_tree(folder):
    """Return the `PageFile` of the home page with all others below it; raises ContentError."""
    folder = Path(folder)
    home = _read_page(folder / "page.yaml")
    _refuse_forgotten_files(folder, home)
    return home


def _read_page(file, path="", parent=None):
    page_file = PageFile(file, path, read_entry(file), parent)
    for name in page_file.entry.get("children") or []:
        child_path = f"{path}/{name}".lstrip("/")
        page_file.children.append(_read_page(_file_of_child(page_file, name), child_path, page_file))
    return page_file


def read_entry(file):
    """Return the names of a file as an `Entry`; raises ContentError with the line where it cannot be read."""
    try:
        return read_words(file.read_text(encoding="utf-8"), file)
    except UnicodeDecodeError as error:
        raise ContentError(file, 1, str(error)) from error


def read_words(text, file):
    """Return the `Entry` of a text that stands in a file, or will."""
    try:
        entry = yaml.load(text, EntryLoader)  # noqa: S506 (a SafeLoader)
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ContentError(
            file, mark.line + 1 if mark else 1, getattr(error, "problem", str(error))
        ) from error
    if not isinstance(entry, Entry):
        raise ContentError(file, 1, _("a page starts with names such as “type:” and “title:”"))
    return entry


def _file_of_child(page_file, name):
    folder = page_file.file.parent
    for file in (folder / name / "page.yaml", folder / f"{name}.yaml"):
        if file.exists():
            return file
    raise page_file.error(_("there is no page file for “%(name)s”") % {"name": name}, "children")


def _refuse_forgotten_files(folder, home):
    listed = {page_file.file for page_file in home.walk()} | {folder / HELP_LINES}
    for file in sorted(folder.rglob("*.yaml")):
        if file not in listed:
            raise ContentError(file, 1, _("no page lists this file among its children"))
