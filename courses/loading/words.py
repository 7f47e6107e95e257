"""Words in several languages, as a teacher writes them in a file."""

import re
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from .files import Entry

LISTS = [(re.compile(r"\d+\.\s+"), "ol"), (re.compile(r"[-•]\s+"), "ul")]


def words_in(page_file, entry, name, language, languages):
    """Return the words that stand under `name` in one language; a list becomes lines of text.

    Raises ContentError unless there are words in every language, and in no other.
    """
    value = entry[name]
    if not isinstance(value, Entry):
        raise page_file.error(
            _("write the words once for each language, as “ru:”, “kk:”, “en:”"), name, entry=entry
        )
    for code in [*languages, *value]:
        if code not in languages:
            raise page_file.error(_("the site has no such language"), code, entry=value)
        if not _is_words(value.get(code)):
            message = _("words are missing here (put “yes”, “no” and numbers into quotes)")
            raise page_file.error(f"{name}: {message}", code, entry=value)
    return as_text(value[language])


def as_text(value):
    """Return words as one text; what was written as a list has one member a line."""
    return value.strip() if isinstance(value, str) else "\n".join(line.strip() for line in value)


def as_html(text):
    """Return the rich text of plain paragraphs, lists ("1. " or "- " at every line) and **bold** words."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "".join(_part_as_html([line.strip() for line in part.splitlines()]) for part in parts)


def _part_as_html(lines):
    for mark, tag in LISTS:
        if all(mark.match(line) for line in lines):
            items = "".join(f"<li>{_inline(mark.sub('', line, count=1))}</li>" for line in lines)
            return f"<{tag}>{items}</{tag}>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))


def _is_words(value):
    lines = value if isinstance(value, list) and value else [value]
    return all(isinstance(line, str) and line.strip() for line in lines)
