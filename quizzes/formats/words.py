"""Words with markup into plain words: a question here is text, with a picture beside it."""

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from django.utils.translation import gettext as _

from .exchange import LeftOut, NotAQuestionFile

for category in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
    warnings.filterwarnings("ignore", category=category)

LAYOUT = {"p", "br", "div", "span", "html", "body"}  # what is lost without them is air
ENDS_A_LINE = ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
ALONE = {"br", "img", "hr", "input", "wbr", "col", "source", "meta", "link"}
DEEPEST = 100  # what takes markup apart is slow with a thousand tags inside one another
MOST_TAGS = 200_000  # in a whole file
MARKDOWN = re.compile(r"\*\*[^\s*]|__[^\s_]|^#{1,6} |^ {0,3}[-+*] |\]\(|`", re.MULTILINE)
MEDIA = {"audio", "video", "iframe", "object", "embed", "svg"}


@dataclass(frozen=True)
class Plain:
    """`pictures` are (address, description) of those among the words; the description is None where it is missing."""

    text: str
    pictures: tuple = ()
    has_lost_media: bool = False
    has_lost_markup: bool = False


def refuse_flood(text):
    """Raise NotAQuestionFile for a file with more markup than can be taken apart in a few seconds."""
    if text.count("<") > MOST_TAGS:
        raise NotAQuestionFile(_("There are too many parts in the file."))


def has_markdown(text):
    """Tell whether a text in Markdown has marks in it, for bold letters, a list, a link. They stay as typed."""
    return bool(MARKDOWN.search(text))


def from_html(text):
    """Return `Plain` words. Nothing that is a script is kept, nothing is fetched. Raises LeftOut for a maze of tags."""
    _refuse_maze(text)
    soup = BeautifulSoup(text, "html.parser")
    names = {tag.name for tag in soup.find_all(True)}
    pictures = tuple((tag.get("src", ""), tag.get("alt")) for tag in soup.find_all("img"))
    for tag in soup.find_all(["script", "style"]):
        tag.decompose()
    for tag in soup.find_all("br"):
        tag.replace_with("\n")
    for tag in soup.find_all(ENDS_A_LINE):
        tag.append("\n")
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in soup.get_text().split("\n"))
    lost = names - LAYOUT - MEDIA - {"img"}
    return Plain("\n".join(filter(None, lines)), pictures, bool(names & MEDIA), bool(lost))


def _refuse_maze(text):
    depth = 0
    for closes, name in TAG.findall(text):
        if name.lower() not in ALONE:
            depth = max(depth - 1, 0) if closes else depth + 1
        if depth > DEEPEST:
            raise LeftOut(_("The markup of a text in it is too deep."))
