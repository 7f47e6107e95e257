"""Reading Aiken, as Moodle's manual describes it.

A question is one line or several, then options "A. …" or "A) …", then "ANSWER: B".
"""

import re

from django.utils.translation import gettext as _

from ..exchange import LeftOut, NotAQuestionFile, Question, Reading, limit

# For lines without air at their ends: looking for it at both would take hours on a line of a million spaces.
OPTION = re.compile(r"([A-Z])[.)]\s+(.*)$")
ANSWER = re.compile(r"ANSWER\s*:\s*(\S*)$")


def looks_like(text):
    return any(ANSWER.match(line.strip()) for line in text.split("\n"))


def read(text):
    """Return a `Reading` of single choices. Raises NotAQuestionFile where no line names an answer."""
    if not looks_like(text):
        raise NotAQuestionFile(_("No line says ANSWER:, so this is no Aiken file."))
    reading, lines = Reading(), []
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if line:
            lines.append((number, line))
        if ANSWER.match(line):
            _read_question(reading, lines)
            lines = []
    if lines:
        reading.leave_out(lines[0][0], _("The answer is missing: no line says ANSWER: after this."))
    return reading


def _read_question(reading, lines):
    reading.see()
    try:
        for _number, line in lines:
            limit(0, line)
        reading.questions.append(_question(lines))
    except LeftOut as why:
        reading.leave_out(lines[0][0], str(why))


def _question(lines):
    first = next((place for place, (_number, line) in enumerate(lines) if OPTION.match(line)), None)
    if first is None:
        raise LeftOut(_("There are no options such as “A. …”."))
    stem = "\n".join(line for _number, line in lines[:first])
    limit(0, stem)
    if not stem:
        raise LeftOut(_("The question itself is missing."))
    options = _options(lines[first:-1])
    letter = ANSWER.match(lines[-1][1])[1]
    if letter not in options:
        raise LeftOut(_("The answer “%(letter)s” is none of the options.") % {"letter": letter})
    value = [{"text": words, "is_key": name == letter} for name, words in options.items()]
    return Question("single_choice", {"stem": stem, "options": value}, lines[0][0])


def _options(lines):
    """Return {letter: words}. A line without a letter goes on with the option above it."""
    options, letter = {}, None
    limit(len(lines))
    for _number, line in lines:
        found = OPTION.match(line)
        if found is None:
            options[letter] += f" {line}"
            continue
        letter = found[1]
        if letter in options:
            raise LeftOut(_("There are two options “%(letter)s”.") % {"letter": letter})
        options[letter] = found[2]
    return options
