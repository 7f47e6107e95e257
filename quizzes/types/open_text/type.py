"""Open text: reading and showing an answer, `{"text": what was written}`."""

import re

from django.core.exceptions import ValidationError
from django.utils.html import escape, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from quizzes.types.base import Mark, MarkedBy, QuestionType
from quizzes.types.typed import as_typed

from .block import OpenTextBlock
from .checks import find_warnings

MOST_CHARACTERS = 20_000


class OpenText(QuestionType):
    name = "open_text"
    block = OpenTextBlock
    template = "quizzes/types/open_text.html"
    marked_by = MarkedBy.PERSON

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        text = as_typed(posted.get(name, ""))
        if len(text) > MOST_CHARACTERS:
            message = _("This text is too long: %(typed)s characters. At most %(most)s can be saved.")
            raise ValidationError(message % {"typed": len(text), "most": MOST_CHARACTERS})
        return {"text": text} if text.strip() else None

    def echo(self, posted, name):
        return {"text": as_typed(posted.get(name, ""))}

    def mark(self, rules, spellings, answer, language):
        return Mark(None)

    def why_not_yet(self, rules, answer):
        words = count_words(answer["text"])
        if words < (rules["least_words"] or 0):
            message = _("Write a little more first. Words so far: %(words)s, at least: %(least)s.")
            return message % {"words": words, "least": rules["least_words"]}
        if rules["most_words"] and words > rules["most_words"]:
            message = _("Make it a little shorter first. Words so far: %(words)s, at most: %(most)s.")
            return message % {"words": words, "most": rules["most_words"]}
        return ""

    def in_words(self, item, answer, language):
        return answer["text"]

    def slot(self, answer, what, argument=""):
        return escape(answer["text"]) if answer else ""

    def show(self, answer):
        return mark_safe(linebreaks(answer["text"], autoescape=True))  # noqa: S308 - escaped by linebreaks


def count_words(text):
    """Return how many words a text has: runs of letters and digits, hyphens and apostrophes inside them."""
    return len(re.findall(r"\w+(?:[-'’‑]\w+)*", text))
