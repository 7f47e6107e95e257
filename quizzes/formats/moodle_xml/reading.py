"""Reading Moodle XML, as Moodle 4.5 and 5 write it (`qformat_xml`)."""

import re

from django.utils.translation import gettext as _

from ..exchange import LeftOut, NotAQuestionFile, Reading
from ..pictures import Lightbox
from ..words import refuse_flood
from .draft import Draft
from .tree import tree_of

# Both are for a text without air before it: looking for that everywhere would take hours on a million spaces.
DECLARATION = re.compile(r"<\?xml[^>]*+>")
BEGINNING = re.compile(r"(?:<\?xml[^>]*+>)?\s*+(?:<!--.*?-->\s*+)*+<quiz\b", re.DOTALL)


def looks_like(text):
    return bool(BEGINNING.match(text.lstrip()))


def read(text):
    """Return a `Reading`. Raises NotAQuestionFile where it is no XML or holds no questions."""
    refuse_flood(text)
    root = tree_of(_undeclared(text))
    if root.tag != "quiz":
        raise NotAQuestionFile(_("There is no <quiz> in it, so this is no Moodle XML file."))
    reading, lightbox = Reading(), Lightbox()
    questions = root.all("question")
    reading.see(len(questions))
    for node in questions:
        if node.attributes.get("type") == "category":
            name = node.said("category", "text")
            reading.lose(node.line, _("The category “%(name)s” is not kept.") % {"name": name[:80]})
            continue
        try:
            reading.questions.append(Draft(reading, node, lightbox).question())
        except LeftOut as why:
            reading.leave_out(node.line, str(why))
    return reading


def _undeclared(text):
    """Return the text, which is decoded already, without what it says of that. Lines stay as they are."""
    begins = len(text) - len(text.lstrip())
    found = DECLARATION.match(text, begins)
    return text[:begins] + text[found.end() :] if found else text
