"""Every answer gets a reason of its own, and every question an explanation."""

from collections import Counter

from django.utils.translation import gettext as _

from ..content import LANGUAGES, TOKEN, as_words, texts
from ..finding import Finding

BY_PEOPLE = ("open_text", "hand_in", "reflection")
PARTS = ("options", "answers", "pairs", "gaps", "rows", "areas")
ENDS = {
    "true_false": ["feedback_true", "feedback_false"],
    "ordering": ["feedback_wrong"],
    "short_answer": ["feedback_wrong"],
    "numerical": ["feedback_wrong"],
    "hotspot": ["feedback_wrong"],
}


def find_missing_reasons(content):
    for page in content.pages:
        for question in page.questions:
            for line, message in _names_of_menus(question):
                yield Finding(page.file, line, message)
            if question["type"] not in BY_PEOPLE:
                for line, message in _missing(question):
                    yield Finding(page.file, line, message)
                yield from _repeated(page, question)


def _names_of_menus(question):
    """Yield the menus that are named by a token: where feedback is read, nobody puts names for them."""
    for text in texts(question, "ru"):
        if TOKEN.search(text.words):
            yield text.line, _("do without the name of the menu: labs differ, and no name is put in here")


def _missing(question):
    for part in _parts(question):
        if "feedback" not in part:
            yield part.line, _("add feedback that says why")
    for name in [*ENDS.get(question["type"], []), "explanation"]:
        if name not in question:
            yield question.line, _("add “%(name)s:”") % {"name": name}


def _repeated(page, question):
    given = [part["feedback"] for part in _parts(question) if "feedback" in part]
    given += [question[name] for name in ENDS.get(question["type"], []) if name in question]
    for language in LANGUAGES:
        counts = Counter(as_words(one[language]) for one in given)
        for one in given:
            if counts[as_words(one[language])] > 1:
                message = _("two answers of the question get the same feedback; say why of each")
                yield Finding(page.file, one.line_of(language), message, language)


def _parts(question):
    return next((question[name] for name in PARTS if question.get(name)), [])
