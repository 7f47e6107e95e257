"""Reading GIFT, by the rules of Moodle's manual ("GIFT format").

A blank line ends a question. `//` begins a comment line, `$CATEGORY:` a line of its own. Text after the
answers makes a missing word.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..exchange import LeftOut, NotAQuestionFile, Question, Reading
from ..words import from_html
from .answers import answers_of
from .escapes import hide, reveal

TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
MARKUP = re.compile(r"\s*\[(html|moodle|markdown|plain)\]", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
BLANK = "_____"


def looks_like(text):
    return "{" in hide(text)


def read(text):
    """Return a `Reading`. Raises NotAQuestionFile where there is no answer in braces at all."""
    if not looks_like(text):
        raise NotAQuestionFile(_("There are no answers in braces { }, so this is no GIFT file."))
    reading = Reading()
    for line, chunk in _chunks(text):
        try:
            draft = _Draft(reading, line)
            reading.questions.append(draft.question(hide(chunk)))
        except LeftOut as why:
            reading.leave_out(line, str(why))
    return reading


def _chunks(text):
    """Yield (number of the first line, text) for each question. Comments and categories belong to none."""
    lines, first = [], 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            continue
        if bare and not bare.startswith("$CATEGORY:"):
            first = first or number
            lines.append(line)
            continue
        if lines:
            yield first, "\n".join(lines)
        lines, first = [], 0


@dataclass
class _Draft:
    """One question on its way. What is lost of its words is told once."""

    reading: Reading
    line: int
    markup: str = "moodle"  # what Moodle takes where nothing is said: text with or without tags

    def question(self, chunk):
        chunk = TITLE.sub("", chunk, count=1) if TITLE.match(chunk) else chunk
        said = MARKUP.match(chunk)
        if said:
            chunk, self.markup = chunk[said.end() :], said[1].lower()
        before, inside, after = _taken_apart(chunk)
        inside, _hashes, explanation = inside.partition("####")
        stem = self.words(before)
        if after.strip():
            gap = " " if not stem or after[0].isspace() or after.strip()[0].isalnum() else ""
            stem = f"{stem} {BLANK}{gap}{self.words(after)}".strip()
        if not stem:
            raise LeftOut(_("The question itself is missing."))
        kind, value = answers_of(inside.strip(), self.words)
        return Question(kind, {"stem": stem, "explanation": self.words(explanation), **value}, self.line)

    def words(self, text):
        """Return plain words; a picture or a table in them is told."""
        text = reveal(text).strip()
        if self.markup in ("plain", "markdown") or (self.markup == "moodle" and not TAG.search(text)):
            return text
        plain = from_html(text)
        if plain.has_lost_media:
            self._lose(_("A picture or a recording in it is not kept."))
        if plain.has_lost_markup:
            self._lose(_("Bold letters, tables and the like are not kept."))
        return plain.text

    def _lose(self, message):
        told = {(one.line, one.message) for one in self.reading.troubles}
        if (self.line, message) not in told:
            self.reading.lose(self.line, message)


def _taken_apart(chunk):
    """Return (before, inside, after) of the braces."""
    if "{" not in chunk and "}" not in chunk:
        raise LeftOut(_("There are no answers in braces { }: it is a text and no question."))
    before, opened, rest = chunk.partition("{")
    inside, closed, after = rest.partition("}")
    if not opened or "}" in before or not closed:
        raise LeftOut(_("A brace { or } has no partner."))
    if "{" in inside or "{" in after or "}" in after:
        raise LeftOut(_("There are several braces. One question has one place for answers."))
    return before, inside, after
