"""Quotes and dashes are those of the language."""

import re

from django.utils.translation import gettext as _

from ..content import LANGUAGES
from ..finding import Finding

TYPEWRITER = re.compile(r'"|\S - |\.\.\.')
FOREIGN = {"ru": re.compile("[“”]"), "kk": re.compile("[“”]"), "en": re.compile("[«»—]")}


def find_wrong_marks(content):
    for page in content.pages:
        for language in LANGUAGES:
            for text in page.shown(language):
                if found := TYPEWRITER.search(text.words) or FOREIGN[language].search(text.words):
                    message = _("use the quotes and dashes of the language instead of %(sign)s")
                    yield Finding(page.file, text.line, message % {"sign": found.group()}, language)
