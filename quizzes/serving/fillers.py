"""What goes into the holes that every page of the site has.

An app registers a function for a name in its `AppConfig.ready()`; the function
gets the real request, the facts of the page (a dict, empty in an ordinary view)
and the hole's arguments, and returns HTML. A page's own fillers
(`SharedPageMixin.get_fillers`) come before these.
"""

from django.middleware.csrf import get_token
from django.utils.html import conditional_escape, format_html


def token_of(request):
    """Return one token for all forms of an answer: each new one is fifty bytes that nothing makes shorter."""
    if not hasattr(request, "lifelong_token"):
        request.lifelong_token = get_token(request)
    return request.lifelong_token


def csrf(request, facts):
    """Return the hidden input without which no form of ours may be posted, on whatever site."""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token_of(request))


_fillers = {"csrf": csrf}


def register(name, function):
    """Fill holes called `name` with `function(request, facts, *arguments)`; the latest registration counts."""
    _fillers[name] = function


class Fillers:
    """The fillers of one request: the page's own, then the site's. An unknown hole stays empty."""

    def __init__(self, request, own=None, facts=None):
        self.request = request
        self.own = own or {}
        self.facts = facts or {}

    def fill(self, name, *arguments):
        if name in self.own:
            return conditional_escape(self.own[name](*arguments))
        if name in _fillers:
            return conditional_escape(_fillers[name](self.request, self.facts, *arguments))
        return ""
