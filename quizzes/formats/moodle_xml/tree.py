"""The file as a tree whose nodes know their lines. Entities, document types and anything outside are refused."""

from dataclasses import dataclass, field
from xml.sax import ContentHandler, SAXException
from xml.sax.xmlreader import Locator

from defusedxml import DefusedXmlException, sax
from django.utils.translation import gettext as _

from ..exchange import NotAQuestionFile

DEEPEST = 40
MOST_NODES = 100_000


@dataclass(slots=True)
class Node:
    tag: str
    attributes: dict
    line: int
    children: list = field(default_factory=list)
    pieces: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(self.pieces).strip()

    def all(self, tag):
        return [child for child in self.children if child.tag == tag]

    def count(self):
        """Return how many nodes there are below this one."""
        return len(self.children) + sum(child.count() for child in self.children)

    def first(self, tag):
        return next((child for child in self.children if child.tag == tag), None)

    def below(self, *path):
        """Return the nodes with the last tag of a path below its others, none where one of those is missing."""
        *above, tag = path
        node = self
        for name in above:
            node = node and node.first(name)
        return node.all(tag) if node else []

    def said(self, *path):
        """Return the text below a path of tags, "" where there is none."""
        node = self
        for tag in path:
            node = node and node.first(tag)
        return node.text if node else ""


def tree_of(text):
    """Return the root `Node`. Raises NotAQuestionFile, with the line, for what is no XML or wants to be resolved."""
    builder = _Builder()
    try:
        sax.parseString(text.encode(errors="replace"), builder, forbid_dtd=True)
    except DefusedXmlException:
        message = _("The file declares entities or a document type, which a file of questions never needs.")
        raise NotAQuestionFile(message) from None
    except SAXException:
        line = builder.locator.getLineNumber() or 1
        message = _("The file is no XML: it breaks off in line %(line)s.") % {"line": line}
        raise NotAQuestionFile(message) from None
    return builder.root


class _Builder(ContentHandler):
    def __init__(self):
        super().__init__()
        self.root, self.open, self.locator, self.count = None, [], Locator(), 0

    def setDocumentLocator(self, locator):
        self.locator = locator

    def startElement(self, name, attrs):
        self.count += 1
        if len(self.open) == DEEPEST:
            raise SAXException("too deep")
        if self.count > MOST_NODES:
            raise NotAQuestionFile(_("There are too many parts in the file."))
        node = Node(name, dict(attrs), self.locator.getLineNumber() or 1)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def characters(self, content):
        self.open[-1].pieces.append(content)

    def endElement(self, name):
        self.open.pop()
