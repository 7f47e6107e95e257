"""Questions of every type the site knows, made of words that stand nowhere else.

A *secret* is a word that nobody may read before release: accepted spellings, feedback,
explanations. A *plain* word is on screen from the start: stems and options. A field of a new
question type counts as secret until its name is in `PLAIN_FIELDS`.
"""

import re
import uuid

from wagtail import blocks

from quizzes import registry
from quizzes.blocks import LineBlock, SpellingsBlock, WordsBlock

PLAIN_FIELDS = {"stem", "text", "name", "prompt", "match", "alt_text", "distractors"}
SECRET_NUMBER = 73190400  # and those after it; a right number is a key like any word
SECRET = re.compile(r"zq-[\w-]+?-qz|731904\d\d")
ANY_WORD = re.compile(r"(?:zq|vz)-[\w-]+?-(?:qz|zv)")


def secret(place, kind, path, language="ru"):
    """Return the secret word of one field, such as secret("quiz", "single_choice", "options-0-feedback")."""
    return f"zq-{place}-{kind}-{path}-{language}-qz"


def plain(place, kind, path, language="ru"):
    return f"vz-{place}-{kind}-{path}-{language}-zv"


def in_language(word, language):
    """Return the translation of a Russian word of ours."""
    return re.sub(r"-ru-(qz|zv)$", rf"-{language}-\1", word)


def questions(place):
    """Return one raw question of every registered type; the first of several options is the key."""
    return [
        {"type": kind.name, "id": str(uuid.uuid4()), "value": _struct(kind.block(), place, kind.name, ())}
        for kind in registry.all_types()
    ]


def _struct(block, place, kind, path):
    return {name: _value(child, place, kind, (*path, name)) for name, child in block.child_blocks.items()}


def _value(block, place, kind, path):
    if isinstance(block, LineBlock | WordsBlock | SpellingsBlock):
        make = plain if path[-1] in PLAIN_FIELDS and path[0] != "hints" else secret
        return make(place, kind, "-".join(path))
    if path[-1] == "value":
        return str(SECRET_NUMBER + int(path[-2]))
    if path[-1] == "column":
        return 1
    if isinstance(block, blocks.ListBlock):
        return [_member(block.child_block, place, kind, (*path, str(number))) for number in range(2)]
    if isinstance(block, blocks.StructBlock):
        return _struct(block, place, kind, path)
    if isinstance(block, blocks.BooleanBlock):
        return path[-2:] in (("0", "is_key"), ("0", "right"))
    return block.get_prep_value(block.get_default())


def _member(block, place, kind, path):
    return {"type": "item", "id": str(uuid.uuid4()), "value": _struct(block, place, kind, path)}
