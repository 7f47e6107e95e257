"""Plain words: short sentences, few long words, shorter ones for children."""

from django.utils.translation import gettext as _

from ..content import LANGUAGES
from ..counting import length, mean_length, sentences, share_of_long_words
from ..finding import Finding

MEAN = {"ru": 12, "kk": 10, "en": 14}
LONGEST = {"ru": 18, "kk": 15, "en": 20}
FOR_CHILDREN = {"ru": 8, "kk": 7, "en": 8}
LONG_WORDS = {"ru": 0.15, "kk": 0.20}  # of thirteen letters and more


def find_hard_sentences(content):
    for page in content.pages:
        for language in LANGUAGES:
            texts = page.shown(language)
            yield from _long_sentences(page, texts, LONGEST[language])
            children = [block for block in page.of_type("variant") if block["audience"] == "child"]
            yield from _long_sentences(page, page.shown(language, children), FOR_CHILDREN[language])
            yield from _on_the_whole(page, texts, language)


def _long_sentences(page, texts, most):
    for text in texts:
        for sentence in sentences(text.words):
            number = length(sentence)
            if number > most:
                message = _("a sentence of %(number)s words; divide it, %(most)s are the most: %(sentence)s")
                values = {"number": number, "most": most, "sentence": sentence}
                yield Finding(page.file, text.line, message % values, text.language)


def _on_the_whole(page, texts, language):
    mean, share = mean_length(texts), share_of_long_words(texts)
    if mean > MEAN[language]:
        message = _("sentences have %(mean).1f words on average; make it %(most)s or fewer")
        yield Finding(page.file, 1, message % {"mean": mean, "most": MEAN[language]}, language)
    if page.kind == "lesson" and share >= LONG_WORDS.get(language, 1):
        message = _("%(percent).0f percent of the words are very long; find shorter ones")
        yield Finding(page.file, 1, message % {"percent": 100 * share}, language)
