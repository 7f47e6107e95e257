"""What a learner types meets the very answer it was written for."""

from django.utils.translation import gettext as _

from quizzes.types.short_answer.marking import first_match

from ..content import LANGUAGES
from ..finding import Finding


def find_answers_that_miss(content):
    for page in content.pages:
        for question in page.questions:
            if question["type"] == "short_answer":
                yield from _missed(page, question)


def _missed(page, question):
    for answer in question["answers"]:
        for language in LANGUAGES:
            for spelling in map(str, answer["spellings"].get(language, [])):
                if _met(question, spelling, language) is not answer:
                    message = _("“%(spelling)s” is taken by another answer, or by none")
                    line = answer["spellings"].line_of(language)
                    yield Finding(page.file, line, message % {"spelling": spelling}, language)


def _met(question, typed, language):
    """Return the first answer that what was typed matches, or None."""
    how = {"language": language, "strict_spelling": question.get("strict_spelling", False)}
    for answer in question["answers"]:
        found, _line = first_match(typed, map(str, answer["spellings"][language]), **how)
        if found:
            return answer
    return None
