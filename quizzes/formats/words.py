"""Words with markup into plain words: a question here is text, with a picture beside it."""

import re
import warnings
from dataclasses import dataclass

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)

LAYOUT = {"p", "br", "div", "span", "html", "body"}  # what is lost without them is air
ENDS_A_LINE = ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
MEDIA = {"audio", "video", "iframe", "object", "embed", "svg"}


@dataclass(frozen=True)
class Plain:
    """`pictures` are (address, description) of those among the words; the description is None where it is missing."""

    text: str
    pictures: tuple = ()
    has_lost_media: bool = False
    has_lost_markup: bool = False


def from_html(text):
    """Return `Plain` words. Nothing that is a script is kept, nothing is fetched."""
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
