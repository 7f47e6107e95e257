"""Reading the course files, and counting their words as a reader meets them."""

import re
from itertools import chain

import yaml

from lessons.menu_names import menu_name

LANGUAGES = ("ru", "kk", "en")
TOKEN = re.compile(r"\[\[menu:([^\]]*)\]\]")
UNSEEN = {"image", "picture", "forms", "spellings", "lines"}  # beside the text, or typed by somebody else


def read(file):
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def texts(value, language):
    """Yield every text of a file in one language."""
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        words = value[language]
        yield words if isinstance(words, str) else "\n".join(map(str, words))
    elif isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        yield from chain.from_iterable(texts(part, language) for part in parts)


def shown(value, language):
    """Return every text that stands on the page, with the names of menus as a lab would show them."""
    return [
        TOKEN.sub(lambda found: menu_name(found[1], "windows-10", language), text)
        for text in texts(_seen(value), language)
    ]


def _seen(value):
    if isinstance(value, dict):
        return {name: _seen(part) for name, part in value.items() if name not in UNSEEN}
    return [_seen(part) for part in value] if isinstance(value, list) else value


def sentences(words):
    """Return the sentences of several texts; the members of a list are sentences of their own."""
    lines = "\n".join(words).replace("**", "").split("\n")
    lines = [re.sub(r"^\s*(\d+\.|-)\s", "", line).strip() for line in lines]
    return [one for line in lines for one in re.split(r"(?<=[.!?:])\s+", line) if one]


def length(sentence):
    """Return the number of words in a sentence."""
    return len(re.findall(r"\w[\w’-]*", sentence))


def count(words):
    return sum(map(length, sentences(words)))


def pages(folder):
    """Return the files of pages; those of settings, such as the help lines, have no `type:`."""
    return [file for file in sorted(folder.rglob("*.yaml")) if "type" in read(file)]


def lessons(folder):
    return [file for file in pages(folder) if read(file)["type"] == "lesson"]


def questions(file):
    return [block for block in read(file).get("body") or [] if "stem" in block]
