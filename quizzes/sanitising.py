"""The one door through which HTML that people wrote reaches a learner's page."""

import bleach
from django.utils.html import escape

TAGS = {"a", "b", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "i", "li"}
TAGS |= {"ol", "p", "s", "span", "strong", "sub", "sup", "u", "ul"}
ATTRIBUTES = {"a": ["href", "title", "rel"], "*": ["lang", "id"]}
PROTOCOLS = {"http", "https", "mailto", "tel"}
LONGEST = 300_000  # characters; bleach is slow, and no honest paragraph is that long


def sanitise(html):
    """Return `html` with only the tags and links a text may hold; what is too long comes back as plain text.

    The editor writes clean HTML, but a translation file or a script may not. bleach is final
    and unmaintained: the input is capped here, and the content security policy stands behind it.
    """
    if len(html) > LONGEST:
        return escape(html[:LONGEST])
    return bleach.clean(html, tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS, strip=True)
