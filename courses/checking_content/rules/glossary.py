"""The words that `glossary.csv` settles are used, and not what people say instead."""

import csv
import re
from functools import cache

from django.utils.translation import gettext as _

from ..content import LANGUAGES
from ..finding import Finding

GLOSSARY = "glossary.csv"


def find_avoided_words(content):
    for page in content.pages:
        for language in LANGUAGES:
            for text in page.shown(language):
                for wrong, right in avoided(content.folder / GLOSSARY)[language].items():
                    if re.search(rf"\b{re.escape(wrong)}", text.words, re.IGNORECASE):
                        message = _("the glossary says “%(right)s” and not “%(wrong)s”")
                        values = {"right": right, "wrong": wrong}
                        yield Finding(page.file, text.line, message % values, language)


@cache
def avoided(file):
    """Return {language: {beginning of a word: what to say instead}}; nothing is avoided where there is no glossary."""
    wanted = {language: {} for language in LANGUAGES}
    for row in _rows(file):
        for language in LANGUAGES:
            for wrong in filter(None, map(str.strip, (row[f"not_{language}"] or "").split(";"))):
                wanted[language][wrong] = row[language]
    return wanted


def _rows(file):
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
