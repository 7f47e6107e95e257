"""Each language in its own letters: a Latin a in a Russian word looks right and is found by no search."""

import re

from django.utils.translation import gettext as _

from ..content import LANGUAGES, TOKEN, texts
from ..finding import Finding

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
QUOTED = re.compile("[«“].*?[»”]", re.DOTALL)  # a Kazakh word may be quoted in a lesson about letters
LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")


def find_foreign_letters(content):
    for page in content.pages:
        for text in page.shown("ru"):
            if found := KAZAKH.search(QUOTED.sub("", text.words)):
                message = _("the Kazakh letter %(letter)s in a Russian text: %(words)s")
                values = {"letter": found.group(), "words": _around(text.words, found.group())}
                yield Finding(page.file, text.line, message % values, "ru")
        yield from _mixed_words(page)
        if not any(KAZAKH.search(text.words) for text in texts(page.entry, "kk")):
            yield Finding(page.file, 1, _("no Kazakh letter in the whole text: is it Kazakh?"), "kk")


def _mixed_words(page):
    for language in LANGUAGES:
        for text in texts(page.entry, language):
            for word in re.findall(r"\w+", TOKEN.sub("", text.words)):
                if LATIN.search(word) and CYRILLIC.search(word):
                    message = _("Latin and Cyrillic letters in one word; type it anew: %(word)s")
                    yield Finding(page.file, text.line, message % {"word": word}, language)


def _around(words, letter):
    at = words.find(letter)
    return words[max(0, at - 15) : at + 15].replace("\n", " ")
