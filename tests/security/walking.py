"""Every address of the site, found by walking Django's resolver."""

import re
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.utils.regex_helper import normalize

LANGUAGE = "<language>/"


@dataclass(frozen=True)
class Address:
    """One URL pattern. `route` is how the table calls it; `parts` are Django's patterns from the root on."""

    route: str
    parts: tuple

    @property
    def is_admin(self):
        return self.route.startswith("admin/")

    def path(self, values):
        """Return a path that reaches it; `values` maps a parameter's name, or its converter, to a value."""
        return "/" + "".join(_filled(part, values) for part in self.parts)


def all_addresses():
    """Return every address once, in the resolver's order."""
    return list(dict.fromkeys(_walk(get_resolver().url_patterns, ())))


def _walk(patterns, above):
    for entry in patterns:
        parts = (*above, entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, parts)
        else:
            yield Address("".join(map(_name, parts)), parts)


def _name(pattern):
    return LANGUAGE if isinstance(pattern, LocalePrefixPattern) else str(pattern)


def _filled(pattern, values):
    if isinstance(pattern, LocalePrefixPattern):
        return "ru/"
    if isinstance(pattern, RoutePattern):
        return re.sub(
            r"<(?:(\w+):)?(\w+)>", lambda found: _value(found[2], found[1] or "str", values), str(pattern)
        )
    text, names = normalize(str(pattern))[0]
    return text % {name: _value(name, "regex", values) for name in names}


def _value(name, converter, values):
    """Prefer a value made for this parameter; otherwise something harmless of its kind."""
    return str(values.get(name, values[converter]))
