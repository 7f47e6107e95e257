r"""What Moodle notes of a question in a comment above it: `// [id:a1] [tag:files] [tag:first]`; `\]` is a bracket."""

import re
from dataclasses import dataclass

NOTE = re.compile(r"\[(id|tag):((?:\\[\[\]]|[^\[\]])+)\]")


@dataclass(frozen=True)
class Notes:
    number: str = ""
    tags: tuple = ()


def noted(comments):
    """Return the `Notes` in the comments of a question."""
    found = [(kind, _bare(text)) for line in comments for kind, text in NOTE.findall(line)]
    number = next((text for kind, text in found if kind == "id"), "")
    return Notes(number, tuple(text for kind, text in found if kind == "tag"))


def note(tags):
    """Return the line of a comment with these tags, or "" where there are none."""
    return f"// {' '.join(f'[tag:{_escaped(tag)}]' for tag in tags)}\n" if tags else ""


def _bare(text):
    return re.sub(r"\\([\[\]])", r"\1", text).strip()


def _escaped(text):
    return re.sub(r"[\[\]]", r"\\\g<0>", " ".join(text.split()))
