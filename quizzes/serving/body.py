"""The part of a page that everybody shares: rendered once, kept, and filled for each learner."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language

from .fillers import Fillers
from .holes import Holes

PROCESS_LIMIT = 256  # bodies kept in one worker, about 60 kB each
SHARED_SECONDS = 60 * 60
BETWEEN_TAGS = re.compile(r">\s*\n\s*<")
_kept = OrderedDict()


@dataclass
class Body:
    """A page cut at its holes; `facts` is what the page needs to know when they are filled."""

    pieces: list
    facts: dict = field(default_factory=dict)

    def fill(self, fillers: Fillers) -> str:
        fill = fillers.fill
        html = "".join(
            piece if isinstance(piece, str) else fill(piece[0], *piece[1]) for piece in self.pieces
        )
        return without_indents(html)


def render(page, request) -> Body:
    """Render `page` for nobody in particular. The request given to the template has no person in it."""
    neutral = neutral_request(request)
    holes, facts = Holes(), {}
    context = page.get_context(neutral) | {"holes": holes, "facts": facts}
    context |= page.get_shared_context(neutral, facts)
    html = render_to_string(page.get_template(neutral), context, neutral)
    return Body(holes.cut(without_indents(html)), facts)


def without_indents(html):
    """Return HTML without the indents and empty lines between its tags, which a slow line carries for nobody.

    What a learner typed stays as it is: its angle brackets are escaped.
    """
    return BETWEEN_TAGS.sub(">\n<", html)


def shared(page, request, stamp) -> Body:
    """Return the body of a proven page, from this worker, from the shared cache, or rendered now."""
    key = body_key(page, request, stamp)
    body = _kept.get(key) or cache.get(key)
    if body is None:
        body = render(page, request)
        cache.set(key, body, SHARED_SECONDS)
    _keep(key, body)
    return body


def body_key(page, request, stamp):
    """Name everything that would make a kept body wrong if it changed."""
    revision = page.live_revision_id or 0
    host = f"{request.scheme}://{request.get_host()}"
    return f"lifelong-body:{page.pk}:{revision}:{stamp}:{get_language()}:{host}:{release()}"


def release():
    return getattr(settings, "RELEASE", "")


def neutral_request(request):
    """Return a GET request to the same address with no session, no cookies and nobody signed in."""
    neutral = HttpRequest()
    kept = ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO")
    neutral.META = {name: request.META[name] for name in kept if name in request.META}
    neutral._get_scheme = lambda: request.scheme
    neutral.method = "GET"
    neutral.path = neutral.path_info = request.path
    neutral.user = AnonymousUser()
    neutral.session = {}
    neutral.LANGUAGE_CODE = get_language()
    neutral.is_preview = getattr(request, "is_preview", False)
    return neutral


def _keep(key, body):
    _kept[key] = body
    _kept.move_to_end(key)
    while len(_kept) > PROCESS_LIMIT:
        try:
            _kept.popitem(last=False)
        except KeyError:  # another thread was quicker
            break
