"""The leaves of the tree that is written: words, and words with a picture."""

import re
from base64 import b64encode
from html import escape
from urllib.parse import quote
from xml.etree.ElementTree import SubElement

from .files import PLACE

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what no XML may hold


def text(node, words):
    leaf(node, "text", words)


def illustrated(node, words, picture):
    """Words with a picture are HTML to Moodle, and the picture a file beside them."""
    if not picture or not picture.content:
        node.set("format", "plain_text")
        return text(node, words)
    node.set("format", "html")
    lines = "<br>".join(escape(line) for line in words.split("\n"))
    address = f"{PLACE}{quote(picture.name)}"
    text(node, f'<p>{lines}</p><p><img src="{address}" alt="{escape(picture.alt)}"></p>')
    file = SubElement(node, "file", name=picture.name, path="/", encoding="base64")
    file.text = b64encode(picture.content).decode()


def leaf(node, tag, words):
    SubElement(node, tag).text = FORBIDDEN.sub("", str(words))
