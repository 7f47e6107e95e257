"""Editing the text of a YAML file where a value stands, and nowhere else."""

import re
from itertools import pairwise

import yaml
from django.utils.translation import gettext as _

from .refusing import Refused

BLOCK_STYLES = (">", "|")


class FileText:
    """The text of a file, and the edits to make in it. Positions are those of the text as it was read."""

    def __init__(self, text):
        self.text = text
        self.root = yaml.compose(text, Loader=yaml.SafeLoader)
        self.edits = []

    def say(self, place, words):
        """Put other words at a place, in the style in which they stand there."""
        node = self._node(place)
        if isinstance(node, yaml.SequenceNode):
            new = f"[{', '.join(_in_flow(line) for line in words.splitlines())}]"
            self._refuse_block_list(node)
        elif node.style in BLOCK_STYLES:
            self._replace_block(node, words)
            return
        else:
            new = self._scalar(node, words)
        self._replace(node, new)

    def set(self, place, value):
        """Write a rule: over the one that stands there, or as a new line above the first of its entry."""
        said = _as_yaml(value)
        owner, name = self._node(place[:-1]), place[-1]
        for key, node in owner.value:
            if key.value == name:
                self._replace(node, said)
                return
        if owner.flow_style:
            at = owner.value[-1][1].end_mark.index
            self.edits.append((at, at, f", {name}: {said}"))
        else:
            key = owner.value[0][0]
            at = self._end_of_line(owner.value[0][1].end_mark.index)
            self.edits.append((at, at, f"\n{' ' * key.start_mark.column}{name}: {said}"))

    def reorder(self, place, order):
        """Put the members of a list into another order; comments right above a member go with it."""
        node = self._node(place)
        if node.flow_style:
            raise Refused(_("write this list with one member a line, then export again"))
        lines = self.text.splitlines(keepends=True)
        starts = [self._first_line(lines, item) for item in node.value]
        last = node.value[-1].end_mark
        end = last.line if last.column == 0 or not lines[last.line : last.line + 1] else last.line + 1
        end = max(end, starts[-1] + 1)
        while end > starts[-1] + 1 and not lines[end - 1].strip():
            end -= 1
        bounds = [*starts, end]
        parts = ["".join(lines[one:other]) for one, other in pairwise(bounds)]
        parts = [part if part.endswith("\n") else f"{part}\n" for part in parts]
        index = sum(map(len, lines[: starts[0]])), sum(map(len, lines[:end]))
        self.edits.append((*index, "".join(parts[number] for number in order)))

    def result(self):
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _node(self, place):
        node = self.root
        for step in place:
            if isinstance(step, int):
                node = node.value[step]
            else:
                node = next(value for key, value in node.value if key.value == step)
        return node

    def _replace(self, node, new):
        self.edits.append((node.start_mark.index, node.end_mark.index, new))

    def _replace_block(self, node, words):
        """Write a text in several lines: a folded one with a sentence a line, as people write them here."""
        start = node.start_mark.index
        head = self.text[start : self._end_of_line(start)]
        body = self.text[self._end_of_line(start) : node.end_mark.index]
        first = next(line for line in body.splitlines() if line.strip())
        indent = " " * (len(first) - len(first.lstrip()))
        lines = _folded(words) if node.style == ">" else words.splitlines()
        said = "\n".join(f"{indent}{line}".rstrip() for line in lines)
        tail = body[len(body.rstrip()) :]
        self.edits.append((start, node.end_mark.index, f"{head}\n{said}{tail}"))

    def _scalar(self, node, words):
        is_flow = self._is_in_flow(node)
        if "\n" in words and not is_flow:
            raise Refused(_("write this text with |- in several lines, then export again"))
        return _in_flow(words) if is_flow else _in_block(words)

    def _is_in_flow(self, node):
        line = self.text[self.text.rfind("\n", 0, node.start_mark.index) + 1 : node.start_mark.index]
        return "{" in line or "[" in line

    def _refuse_block_list(self, node):
        if not node.flow_style:
            raise Refused(_("write this list as [first, second], then export again"))

    def _first_line(self, lines, item):
        """Return the line on which a member begins, with the comments right above it."""
        number = item.start_mark.line
        while number and lines[number - 1].lstrip().startswith("#"):
            number -= 1
        return number

    def _end_of_line(self, index):
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end


def _folded(words):
    """Return the lines of a folded text: each sentence on its own; lists and paragraphs as they were."""
    paragraphs = [re.split(r"(?<=[.!?»”])\s+(?=[^\W\d_]|[«“\d])", part) for part in words.split("\n\n")]
    lines = []
    for number, paragraph in enumerate(paragraphs):
        lines += (["", ""] if number else []) + paragraph
    return lines


def _in_block(words):
    return words if _reads_back(f"x: {words}", words) else _quoted(words)


def _in_flow(words):
    return words if _reads_back(f"{{x: {words}}}", words) else _quoted(words)


def _reads_back(text, words):
    try:
        return yaml.safe_load(text) == {"x": words} and " #" not in words
    except yaml.YAMLError:
        return False


def _quoted(words):
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _as_yaml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return '""'
    return str(value) if isinstance(value, int) or _is_date(value) else _number_or_words(str(value))


def _number_or_words(value):
    return value if re.fullmatch(r"-?\d+", value) else _in_flow(value)


def _is_date(value):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)))
