"""One question of Moodle's on its way to be one of ours."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut, Question, Reading
from ..words import from_html
from .beside import hints_of, labels_of, tell_what_is_lost
from .kinds import KINDS

PLAIN = ("plain_text", "markdown")
CHARACTERS = 20_000  # more than any question has; what takes markup apart is slow with a flood


@dataclass
class Draft:
    """One question on its way. What is lost of it is told once."""

    reading: Reading
    node: object
    told: set = field(default_factory=set)

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
        value |= labels_of(self.node, self) | hints_of(self.node, self, type_name)
        tell_what_is_lost(self.node, self, stem)
        return Question(type_name, value, self.node.line)

    def words(self, node):
        """Return plain words of a node with a <text>, or of None."""
        if node is None:
            return ""
        text = node.said("text") if node.first("text") else node.text
        if len(text) > CHARACTERS:
            raise LeftOut(_("A text in it is too long."))
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
        if message not in self.told:
            self.told.add(message)
            self.reading.lose(self.node.line, message)

    def _points(self):
        try:
            points = Decimal(self.node.said("defaultgrade") or 1)
        except InvalidOperation:
            points = Decimal("NaN")
        if points.is_finite() and 0 <= points <= 1000:
            return format(points.quantize(Decimal("0.001")).normalize(), "f")
        self.lose(_("Its points are no number from 0 to 1000: it gets one point."))
        return "1"
