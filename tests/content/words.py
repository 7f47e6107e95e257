"""Reading the course files."""

import yaml

LANGUAGES = ("ru", "kk", "en")


def read(file):
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def pages(folder):
    """Return the files of pages; those of settings, such as the help lines, have no `type:`."""
    return [file for file in sorted(folder.rglob("*.yaml")) if "type" in read(file)]


def lessons(folder):
    return [file for file in pages(folder) if read(file)["type"] == "lesson"]


def questions(file):
    return [block for block in read(file).get("body") or [] if "stem" in block]
