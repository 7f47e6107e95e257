"""Reading Moodle XML, as Moodle 4.5 and 5 write it (`qformat_xml`)."""

import re

from django.utils.translation import gettext as _

from ..exchange import LeftOut, NotAQuestionFile, Reading
from ..pictures import Lightbox
from .draft import Draft
from .tree import tree_of

DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")  # the text is decoded already, whatever it says there


def looks_like(text):
    return bool(re.match(r"\s*(<\?xml[^>]*\?>)?\s*(<!--.*?-->\s*)*<quiz\b", text, re.DOTALL))


def read(text):
    """Return a `Reading`. Raises NotAQuestionFile where it is no XML or holds no questions."""
    root = tree_of(DECLARATION.sub("", text, count=1))
    if root.tag != "quiz":
        raise NotAQuestionFile(_("There is no <quiz> in it, so this is no Moodle XML file."))
    reading, lightbox = Reading(), Lightbox()
    for node in root.all("question"):
        if node.attributes.get("type") == "category":
            name = node.said("category", "text")
            reading.lose(node.line, _("The category “%(name)s” is not kept.") % {"name": name[:80]})
            continue
        try:
            reading.questions.append(Draft(reading, node, lightbox).question())
        except LeftOut as why:
            reading.leave_out(node.line, str(why))
    return reading
