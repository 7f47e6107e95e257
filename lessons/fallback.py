"""Which fragments of a translated lesson are still in the source's language."""

import re
from collections import defaultdict

from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

LEAVES = ["p", "li", "h2", "h3", "h4", "dt", "dd", "caption", "figcaption", "td", "th", "span", "strong"]


def mark_untranslated(parts, page, source, field="body"):
    """Put the source's `lang` on every fragment of `parts`, blocks of a `field`, that says what the source says.

    wagtail-localize shows the source's words where there is no translation. A translator who left a
    word as it is ("Ctrl + C") has translated it. Changes the `html` of the parts in place and returns
    whether there was an untranslated fragment. Runs one query for a translation.
    """
    if source.pk == page.pk:
        return False
    with override(source.locale.language_code):  # what a template itself says is no fragment of the source's
        originals = {
            child.id: _texts(BeautifulSoup(child.render(), "html.parser"))
            for child in getattr(source, field)
            if not getattr(child.block.meta, "speaks_for_itself", False)
        }
    for block_id, same in _left_as_they_are(page, field).items():
        originals[block_id] = originals.get(block_id, set()) - same
    found = [_mark(part, originals.get(part["id"], set()), source) for part in parts if "html" in part]
    return any(found)


def _left_as_they_are(page, field):
    """Return {block id: texts} of the words for which a translator decided that they stay the same."""
    rows = StringTranslation.objects.filter(
        locale=page.locale_id, context__object_id=page.translation_key, context__path__startswith=f"{field}."
    ).values_list("context__path", "translation_of__data", "data")
    same = defaultdict(set)
    for path, original, said in rows:
        same[path.split(".")[1]] |= _pieces(original) & _pieces(said)
    return same


def _pieces(data):
    """Return the texts that a segment may become on the page: itself, its lines, its cells."""
    soup = BeautifulSoup(data, "html.parser")
    whole = soup.get_text("\n")
    return {_squeezed(text) for text in [whole, *re.split(r"[\n|]", whole)]}


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
    return _squeezed(leaf.get_text())


def _squeezed(text):
    """Return the text without any spaces: a template and a translator's file break lines in other places."""
    return "".join(text.split())
