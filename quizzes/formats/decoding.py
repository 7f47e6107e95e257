"""Bytes into text: UTF-8 with or without a mark, UTF-16 with one, or what Windows wrote before."""

import codecs
from itertools import pairwise

from django.utils.translation import gettext as _

from .exchange import NotAQuestionFile

MOST_BYTES = 2 * 1024 * 1024
MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def text_of(data):
    """Return the text of a file with Unix line ends. Raises NotAQuestionFile for what is too long or no text."""
    if len(data) > MOST_BYTES:
        raise NotAQuestionFile(_("The file is too large. At most 2 MB of questions are read at once."))
    text = _decoded(data)
    if "\0" in text:
        raise NotAQuestionFile(_("This is no text, so it is no file of questions."))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data):
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251" if _is_cyrillic(data) else "cp1252", errors="replace")


def _is_cyrillic(data):
    """Whole words are above 127 in Cyrillic; in a Western language an accented letter stands among plain ones."""
    high = [byte > 127 for byte in data]
    beside = sum(one and another for one, another in pairwise(high))
    return 2 * beside >= sum(high)
