"""What a person reads on a page: a sentence of ours in their language, and nothing in another one."""

from functools import cache

from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import expect

from tests.languages.test_catalogues import REPOSITORY, ROOMS, catalogue

# Every text and every spoken name, but what is marked as of another language and what people are called.
READ = """() => {
    const ours = (one) => one.closest("[lang]") === document.documentElement && !one.closest("bdi, script, style");
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (ours(texts.currentNode.parentElement)) found.push(texts.currentNode.data);
    }
    for (const name of ["alt", "aria-label", "placeholder", "title"]) {
        for (const one of document.querySelectorAll(`[${name}]`)) if (ours(one)) found.push(one.getAttribute(name));
    }
    return [document.title.split(" · ").at(-1), ...found].map((text) => text.trim().replace(/\\s+/g, " "));
}"""


def in_words(language, sentence, context=""):
    """Return one of our sentences as it is shown in a language."""
    with override(language):
        return pgettext(context, sentence) if context else gettext(sentence)


def expect_heading(page, language, sentence, context=""):
    """Expect a page that is headed by this sentence and is in this language from top to bottom."""
    expect(page.locator("h1")).to_have_text(in_words(language, sentence, context))
    expect_only(page, language)


def expect_only(page, language):
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert foreign_to(language) & set(page.evaluate(READ)) == set()


@cache
def foreign_to(language):
    """Return all sentences of ours as they are in the other languages, if they differ."""
    others = [sentences_in(other) for other in ("kk", "ru", "en") if other != language]
    return frozenset().union(*others) - sentences_in(language)


@cache
def sentences_in(language):
    if language == "en":
        return frozenset(entry.msgid for entry in entries("ru"))
    return frozenset(entry.msgstr for entry in entries(language))


@cache
def entries(language):
    return [entry for room in ROOMS for entry in catalogue(REPOSITORY, room, language) if entry.msgstr]
