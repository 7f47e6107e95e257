"""Explaining words in place: the first occurrence of each leads to its explanation in the lesson's list."""

import re

from bs4 import BeautifulSoup, NavigableString
from django.utils.safestring import mark_safe

UNTOUCHED = ["a", "button", "h1", "h2", "h3", "h4", "caption", "th", "dl", "figcaption", "code", "samp"]


def explain_terms(parts, body):
    """Link words of `parts` to the explanations that stand before them. Changes the `html` of the parts in place.

    A passage for some readers is linked by itself, for others may never open it. An activity has words of
    its own to press, so none of its words is made a link.
    """
    lists = {child.id: child.value["terms"].bound_blocks for child in body if child.block_type == "terms"}
    waiting = {}  # {id of the explanation: pattern of the word}
    for part in parts:
        if part.get("id") in lists:
            waiting |= {term.id: _pattern(term.value) for term in lists[part["id"]]}
        elif waiting and "html" in part and "activity" not in part:
            is_for_some = "audience" in part
            part["html"] = _explained(part["html"], dict(waiting) if is_for_some else waiting)


def _pattern(term):
    """Return what finds a term or one of its forms as a whole word, however it is capitalised."""
    forms = [term["term"], *(term["forms"] or "").splitlines()]
    words = sorted({" ".join(form.split()) for form in forms if form.strip()}, key=len, reverse=True)
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{found or '(?!)'})(?![\w-])", re.IGNORECASE)


def _explained(html, waiting):
    """Return `html` with its words linked, and take these out of `waiting`."""
    if not any(pattern.search(html) for pattern in waiting.values()):
        return html
    soup = BeautifulSoup(html, "html.parser")
    for term_id, pattern in list(waiting.items()):
        if _link_first(soup, term_id, pattern):
            del waiting[term_id]
    return mark_safe(str(soup))  # noqa: S308 - what the block rendered, with links added


def _link_first(soup, term_id, pattern):
    for text in soup.find_all(string=pattern):
        if type(text) is NavigableString and not text.find_parent(UNTOUCHED) and not _is_hidden(text):
            _link(soup, text, pattern.search(text), term_id)
            return True
    return False


def _is_hidden(text):
    """Say whether words are there for the eye alone, as a column's name in a narrow worksheet: no link fits in."""
    return text.find_parent(attrs={"aria-hidden": "true"}) is not None


def _link(soup, text, found, term_id):
    link = soup.new_tag("a", href=f"#term-{term_id[:8]}", attrs={"class": "term", "data-term": ""})
    link.string = found.group()
    before, after = text[: found.start()], text[found.end() :]
    text.replace_with(NavigableString(before), link, NavigableString(after))
