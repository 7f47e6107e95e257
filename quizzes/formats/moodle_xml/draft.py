"""One question of Moodle's on its way to be one of ours."""

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..exchange import LeftOut, Question, Reading, limit
from ..pictures import Lightbox
from ..words import from_html, has_markdown
from .beside import hints_of, labels_of, tell_what_is_lost
from .files import Files
from .kinds import KINDS

PLAIN = ("plain_text", "markdown")
MOST_PARTS = 2000


@dataclass
class Draft:
    """One question on its way. What is lost of it is told once."""

    reading: Reading
    node: object
    lightbox: Lightbox

    def question(self):
        kind = self.node.attributes.get("type", "")
        make = KINDS.get(kind)
        if make is None:
            raise LeftOut(_("Questions of the type “%(kind)s” cannot be kept.") % {"kind": kind[:40]})
        if self.node.count() > MOST_PARTS:
            raise LeftOut(_("It has too many answers."))
        type_name, value = make(self.node, self)
        if "stem" not in value:
            value |= self.illustrated(self.node.first("questiontext"), "stem", "illustration")
        stem = value["stem"]
        if not stem:
            raise LeftOut(_("The question itself is missing."))
        value |= {
            "explanation": self.words(self.node.first("generalfeedback")),
            "points": self._points(),
        }
        value |= labels_of(self.node, self) | hints_of(self.node, self, type_name)
        tell_what_is_lost(self.node, self, stem)
        return Question(type_name, value, self.node.line)

    def words(self, node):
        """Return plain words of a node with a <text>, or of None. Its files are told: there is no room for them."""
        return self._read(node, room=False)[0]

    def illustrated(self, node, words, picture, for_words=False):
        """Return the values named `words` and, where there is one, `picture`.

        A picture that stands alone `for_words` is described by them, so its description becomes the words.
        """
        text, kept = self._read(node, room=True)
        if kept and for_words and not text:
            if not kept.alt:
                raise LeftOut(_("A picture in it stands for words and has no description."))
            text, kept = kept.alt, replace(kept, alt="")
        return {words: text} | ({picture: kept} if kept else {})

    def _read(self, node, room):
        """Return (plain words, the picture that is kept with them or None) of a node, or of None."""
        if node is None:
            return "", None
        files = Files(node.all("file"))
        text = files.park(node.said("text") if node.first("text") else node.text)
        limit(0, text)
        written_in = node.attributes.get("format")
        if written_in == "markdown" and has_markdown(text):
            self.lose(_("Bold letters, tables and the like are not kept."))
        if written_in in PLAIN:
            return text, files.keep((), self, room)
        plain = from_html(text)
        if plain.has_lost_media:
            self.lose(_("A recording or a window to another page in it is not kept."))
        if plain.has_lost_markup:
            self.lose(_("Bold letters, tables and the like are not kept."))
        return plain.text, files.keep(plain.pictures, self, room)

    def lose(self, message):
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
