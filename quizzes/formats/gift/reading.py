"""Reading GIFT, by the rules of Moodle's manual ("GIFT format").

A blank line ends a question. `//` begins a comment line, `$CATEGORY:` a line of its own. Text after the
answers makes a missing word. Moodle writes the number and the tags of a question into a comment above it.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..exchange import MOST_CHARACTERS, LeftOut, NotAQuestionFile, Question, Reading, limit
from ..labels import labels_from
from ..losses import name_of_its_own
from ..words import from_html, has_markdown, refuse_flood
from .answers import answers_of
from .comments import noted
from .escapes import hide, reveal

CATEGORY = "$CATEGORY:"
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
    refuse_flood(text)
    reading = Reading()
    for line, chunk, notes in _chunks(text, reading):
        reading.see()
        try:
            draft = _Draft(reading, line)
            reading.questions.append(draft.question(hide(chunk), noted(notes)))
        except LeftOut as why:
            reading.leave_out(line, str(why))
    return reading


def _chunks(text, reading):
    """Yield (number of the first line, text, comments) for each question. A category is told: there are none here."""
    lines, notes, first = [], [], 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            notes.append(bare[:MOST_CHARACTERS])
            continue
        if bare and not bare.startswith(CATEGORY):
            first = first or number
            lines.append(line)
            continue
        if lines:
            yield first, "\n".join(lines), notes
        if bare:
            reading.see()
            name = bare.removeprefix(CATEGORY).strip()
            reading.lose(number, _("The category “%(name)s” is not kept.") % {"name": name[:80]})
        lines, notes, first = [], [], 0


@dataclass
class _Draft:
    """One question on its way. What is lost of its words is told once."""

    reading: Reading
    line: int
    markup: str = "moodle"  # what Moodle takes where nothing is said: text with or without tags

    def question(self, chunk, notes):
        title = TITLE.match(chunk)
        chunk = chunk[title.end() :] if title else chunk
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
        if name := title and name_of_its_own(self.words(title[1]), stem):
            self._lose(name)
        kind, value = answers_of(inside.strip(), self.words, self._lose)
        value = {"stem": stem, "explanation": self.words(explanation), **value}
        return Question(kind, value | self._labels(notes), self.line)

    def _labels(self, notes):
        if notes.number:
            self._lose(_("The number “%(id)s” is not kept.") % {"id": notes.number[:80]})
        labels, left = labels_from(notes.tags)
        if left:
            self._lose(_("There is no room for these labels: %(tags)s.") % {"tags": left})
        return {name: said for name, said in labels.items() if said}

    def words(self, text):
        """Return plain words; a picture or a table in them is told."""
        text = reveal(text).strip()
        limit(0, text)
        if self.markup == "markdown" and has_markdown(text):
            self._lose(_("Bold letters, tables and the like are not kept."))
        if self.markup in ("plain", "markdown") or (self.markup == "moodle" and not TAG.search(text)):
            return text
        plain = from_html(text)
        if plain.has_lost_media or plain.pictures:
            self._lose(_("A picture or a recording in it is not kept."))
        if plain.has_lost_markup:
            self._lose(_("Bold letters, tables and the like are not kept."))
        return plain.text

    def _lose(self, message):
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
