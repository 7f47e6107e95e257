"""What an editor of a short answer is warned of."""

from django.utils.translation import gettext as _

from quizzes.types.warnings import language_name, quoted, without_words

from .marking import first_match


def find_warnings(item):
    hidden = [
        found for language in item.content["spellings"] for found in _hidden_in(item, item.rules, language)
    ]
    lines = item.content["spellings"][item.source_language].values()
    has_star = any("*" in spellings for spellings in lines)  # an answer that takes whatever nothing else took
    return [*([] if has_star else without_words(item, "feedback_wrong")), *hidden]


def _hidden_in(item, rules, language):
    """Yield the spellings that never count in a language: an answer above them takes what they match.

    A star in a spelling is looked at as if it had been typed: only an earlier star takes it.
    """
    spellings = item.spellings_in(language)
    how = {"case_sensitive": rules["case_sensitive"], "strict_spelling": rules["strict_spelling"]}
    above = []
    for answer in rules["answers"]:
        path = f"answers.{answer['id']}.spellings"
        lines = spellings.get(path, [])
        for line in lines:
            _found, taken_by = first_match(line.replace(r"\*", "*"), above, language=language, **how)
            if taken_by:
                yield path, _never_counts(line, taken_by, language)
        above += lines


def _never_counts(line, taken_by, language):
    sentence = _("%(line)s never counts (%(language)s): the answer %(other)s above it takes it first.")
    names = {"line": quoted(line), "other": quoted(taken_by), "language": language_name(language)}
    return sentence % names
