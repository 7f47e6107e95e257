"""Which fragments of a translated lesson are still in the source's language."""

import re

from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe
from django.utils.translation import override

LEAVES = ["p", "li", "h2", "h3", "h4", "figcaption", "td", "th", "span", "strong"]


def mark_untranslated(parts, page, source):
    """Put the source's `lang` on every fragment of `parts` that says what the source says.

    wagtail-localize shows the source's words where there is no translation. Changes the
    `html` of the parts in place and returns whether there was such a fragment.
    """
    if source.pk == page.pk:
        return False
    with override(source.locale.language_code):  # what a template itself says is no fragment of the source's
        originals = {child.id: _texts(BeautifulSoup(child.render(), "html.parser")) for child in source.body}
    found = [_mark(part, originals.get(part["id"], set()), source) for part in parts if "html" in part]
    return any(found)


def _mark(part, originals, source):
    soup = BeautifulSoup(part["html"], "html.parser")
    same = [leaf for leaf in _leaves(soup) if _text(leaf) in originals]
    for leaf in same:
        leaf["lang"] = source.locale.language_code
    if same:
        part["html"] = mark_safe(str(soup))  # noqa: S308 - what the block rendered, with lang added
    return bool(same)


def _leaves(soup):
    return [
        leaf
        for leaf in soup.find_all(LEAVES)
        if not leaf.find(LEAVES) and re.search(r"[^\W\d_]{2}", _text(leaf))
    ]


def _texts(soup):
    return {_text(leaf) for leaf in _leaves(soup)}


def _text(leaf):
    return " ".join(leaf.get_text().split())
