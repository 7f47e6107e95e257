"""From the site's rich text back to what a person writes in a file."""

import re

from bs4 import BeautifulSoup, NavigableString
from django.utils.translation import gettext as _

from .refusing import Refused

MARKS = {"ol": lambda number: f"{number}. ", "ul": lambda _number: "- "}


def from_html(html):
    """Return the text of a file that `courses.loading.words.as_html` turns into this HTML; raises Refused."""
    soup = BeautifulSoup(html, "html.parser")
    return "\n\n".join(_part(part) for part in soup.children if str(part).strip())


def _part(part):
    if part.name == "p":
        return _inline(part)
    if part.name in MARKS:
        items = part.find_all("li", recursive=False)
        return "\n".join(MARKS[part.name](number) + _inline(item) for number, item in enumerate(items, 1))
    raise Refused(_("a file has only paragraphs and lists; change it by hand"))


def _inline(part):
    said = "".join(_piece(piece) for piece in part.children)
    return re.sub(r"[ \n]+", " ", said).strip()


def _piece(piece):
    if type(piece) is NavigableString:
        return str(piece)
    if piece.name in ("b", "strong"):
        return f"**{''.join(map(_piece, piece.children))}**"
    raise Refused(_("a link or another sign that a file does not have; change it by hand"))
