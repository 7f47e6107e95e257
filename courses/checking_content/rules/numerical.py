"""The key of a question that asks for a number stands in its explanation, or in what is said to the right answer."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ..content import LANGUAGES, as_words
from ..finding import Finding
from ..number_words import is_spelled
from ..numerals import numbers_in


def find_keys_that_nobody_explains(content):
    for page in content.pages:
        for question in page.questions:
            if question["type"] == "numerical":
                yield from _judged(page, question)


def _judged(page, question):
    best = max(question["answers"], key=lambda answer: float(answer.get("percent", 100)))
    key = Decimal(str(best["value"]).replace(",", ".")).normalize()
    said = [part for part in (question.get("explanation"), best.get("feedback")) if part]
    for language in LANGUAGES:
        if not any(_says(as_words(part[language]), key, language) for part in said):
            message = _("the key is %(key)s, but neither the explanation nor the feedback says this number")
            line = question.line_of("explanation")
            yield Finding(page.file, line, message % {"key": f"{key:f}"}, language)


def _says(words, key, language):
    return key in numbers_in(words) or is_spelled(key, words, language)
