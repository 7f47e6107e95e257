"""Holes: the places in a shared page that belong to one learner."""

import json
import re
import secrets
from uuid import UUID

from django.utils.safestring import mark_safe


class Holes:
    """Marks holes while one body is rendered, and cuts the body at them afterwards.

    The marks carry a secret made for this render, so that nothing a person
    typed into a page can pass for one.
    """

    def __init__(self):
        self.secret = secrets.token_hex(12)

    def mark(self, name, *arguments):
        """Return the mark of a hole. Arguments are plain: str, int, bool, None or UUID."""
        plain = [str(value) if isinstance(value, UUID) else value for value in arguments]
        inside = json.dumps([name, *plain]).encode().hex()
        return mark_safe(f"[{self.secret}:{inside}]")  # noqa: S308 - hexadecimal digits only

    def cut(self, html):
        """Return the body as a list of text and of (name, arguments) holes, in order."""
        pieces = re.split(rf"\[{self.secret}:([0-9a-f]+)\]", html)
        return [_hole(piece) if number % 2 else piece for number, piece in enumerate(pieces)]


def _hole(inside):
    name, *arguments = json.loads(bytes.fromhex(inside))
    return name, tuple(arguments)
