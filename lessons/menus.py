"""Naming menus as they stand on screen: a teacher writes [[menu:shut-down]], a learner reads what the lab shows."""

import re

from bs4 import BeautifulSoup
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from .menu_names import NAMES, menu_name
from .models.lab import LabSettings

CODE_START = "[[menu:"
TOKEN = re.compile(rf"{re.escape(CODE_START)}([^\[\]]*)\]\]")
QUOTES = {"en": "“{}”"}
OTHER_QUOTES = "«{}»"


class LabNames:
    """The names of menus for a template: `lab.names.copy` is what stands on screen, in the language `lab.language`.

    The names' hyphens are underscores there. Runs one query, when it is first asked.
    """

    @cached_property
    def settings(self):
        return LabSettings.current()

    @property
    def language(self):
        return self.settings.menu_language

    @cached_property
    def names(self):
        return {
            name.replace("-", "_"): menu_name(name, self.settings.system, self.language) for name in NAMES
        }

    @cached_property
    def said(self):
        """The names as they stand in a sentence: in quotes, and in the reader's language where that is another."""
        soup = BeautifulSoup("", "html.parser")
        return {
            name.replace("-", "_"): mark_safe("".join(map(str, _named_once(soup, name, self.settings))))  # noqa: S308
            for name in NAMES
        }


def unknown_menus(text):
    """Return the names in tokens of `text` that no computer has, in their order."""
    return [name for name in TOKEN.findall(text) if name not in NAMES]


def name_menus(parts, language):
    """Put the names of menus for their tokens into the `html` of the parts, in place.

    `language` is the page's; a fragment with a `lang` of its own is named in that one. Runs one query
    where there is a token, none elsewhere.
    """
    tokens = [part for part in parts if TOKEN.search(part.get("html", ""))]
    if tokens:
        lab = LabSettings.current()
        for part in tokens:
            part["html"] = _named(part["html"], lab, language)


def with_menus_named(text, language):
    """Return a text without tags as the lesson says it. Runs one query where there is a token, none elsewhere."""
    if not TOKEN.search(text):
        return text
    lab = LabSettings.current()
    return TOKEN.sub(lambda found: "".join(_said(found, lab, language)), text)


def _named(html, lab, language):
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=TOKEN):
        own = text.find_parent(attrs={"lang": True})
        text.replace_with(*_pieces(soup, text, lab, own["lang"] if own else language))
    for tag in soup.find_all(_has_token):
        for name, value in tag.attrs.items():
            tag[name] = (
                TOKEN.sub(lambda found: _words(found, lab), value) if isinstance(value, str) else value
            )
    return mark_safe(str(soup))  # noqa: S308 - what the block rendered, with names from our own table


def _pieces(soup, text, lab, language):
    """Yield the text with each token replaced by the name on screen and, where it differs, the reader's in brackets."""
    end = 0
    for found in TOKEN.finditer(text):
        yield text[end : found.start()]
        end = found.end()
        yield from _name(soup, found, lab, language)
    yield text[end:]


def _name(soup, found, lab, language):
    name = found.group(1)
    if name not in NAMES:
        return [found.group()]
    return _named_once(soup, name, lab, language)


def _named_once(soup, name, lab, language=None):
    tag = soup.new_tag("samp", attrs={"class": "menu-name", "lang": lab.menu_language})
    tag.string, *in_brackets = _both(name, lab, language or get_language())
    return [tag, *in_brackets]


def _said(found, lab, language):
    name = found.group(1)
    return _both(name, lab, language) if name in NAMES else [found.group()]


def _both(name, lab, language):
    """Return the name on screen, in quotes, and where the reader's differs, that one in brackets."""
    on_screen = menu_name(name, lab.system, lab.menu_language)
    in_words = menu_name(name, lab.system, language)
    quoted = QUOTES.get(lab.menu_language, OTHER_QUOTES).format(on_screen)
    return [quoted] if in_words == on_screen else [quoted, f" ({in_words})"]


def _words(found, lab):
    """Return the name by itself, for an attribute, where there is no room for another language."""
    name = found.group(1)
    return menu_name(name, lab.system, lab.menu_language) if name in NAMES else found.group()


def _has_token(tag):
    return any(isinstance(value, str) and TOKEN.search(value) for value in tag.attrs.values())
