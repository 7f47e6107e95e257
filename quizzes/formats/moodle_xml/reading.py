"""Reading Moodle XML, as Moodle 4.5 writes it (`qformat_xml`)."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut, NotAQuestionFile, Question, Reading
from ..words import from_html
from .kinds import KINDS
from .tree import tree_of

DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")  # the text is decoded already, whatever it says there
COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
PLAIN = ("plain_text", "markdown")


def looks_like(text):
    return bool(re.match(r"\s*(<\?xml[^>]*\?>)?\s*(<!--.*?-->\s*)*<quiz\b", text, re.DOTALL))


def read(text):
    """Return a `Reading`. Raises NotAQuestionFile where it is no XML or holds no questions."""
    root = tree_of(DECLARATION.sub("", text, count=1))
    if root.tag != "quiz":
        raise NotAQuestionFile(_("There is no <quiz> in it, so this is no Moodle XML file."))
    reading = Reading()
    for node in root.all("question"):
        if node.attributes.get("type") == "category":
            continue
        try:
            reading.questions.append(_Draft(reading, node).question())
        except LeftOut as why:
            reading.leave_out(node.line, str(why))
    return reading


@dataclass
class _Draft:
    """One question on its way. What is lost is told once."""

    reading: Reading
    node: object

    def question(self):
        kind = self.node.attributes.get("type", "")
        make = KINDS.get(kind)
        if make is None:
            raise LeftOut(_("Questions of the type “%(kind)s” cannot be kept.") % {"kind": kind[:40]})
        type_name, value = make(self.node, self)
        stem = value.pop("stem", None) or self.words(self.node.first("questiontext"))
        if not stem:
            raise LeftOut(_("The question itself is missing."))
        value |= {
            "stem": stem,
            "explanation": self.words(self.node.first("generalfeedback")),
            "points": self._points(),
        }
        self._tell_what_is_lost()
        return Question(type_name, value, self.node.line)

    def words(self, node):
        """Return plain words of a node with a <text>, or of None."""
        if node is None:
            return ""
        text = node.said("text") if node.first("text") else node.text
        if node.all("file") or "@@PLUGINFILE@@" in text:
            self.lose(_("A picture or a recording in it is not kept."))
        if node.attributes.get("format") in PLAIN:
            return text
        plain = from_html(text)
        if plain.has_lost_media:
            self.lose(_("A picture or a recording in it is not kept."))
        if plain.has_lost_markup:
            self.lose(_("Bold letters, tables and the like are not kept."))
        return plain.text

    def lose(self, message):
        told = {(one.line, one.message) for one in self.reading.troubles}
        if (self.node.line, message) not in told:
            self.reading.lose(self.node.line, message)

    def _points(self):
        try:
            points = Decimal(self.node.said("defaultgrade") or 1)
        except InvalidOperation:
            return "1"
        fits = points.is_finite() and 0 <= points <= 1000
        return format(points.quantize(Decimal("0.001")).normalize(), "f") if fits else "1"

    def _tell_what_is_lost(self):
        if self.node.all("hint"):
            self.lose(_("Hints are not kept."))
        if self.node.first("tags"):
            self.lose(_("Tags are not kept."))
        if any(self.words(self.node.first(tag)) for tag in COMBINED):
            self.lose(_("Feedback on the whole answer is not kept."))
