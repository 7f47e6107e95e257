"""Django's check for forged forms refused one: an answer in it is kept all the same.

Whoever signed in again in another window has pages open whose forms carry the token of the session before.
"""

from django.views.csrf import csrf_failure
from wagtail.models import Page

from .aliases import is_alias
from .models.pages import QuizMixin
from .returning import to_sign_in


def keep_what_was_sent(request, reason=""):
    """Keep the answers of a refused form and ask their learner to sign in; anything else is refused as ever.

    For `CSRF_FAILURE_VIEW`. Nothing is saved here: that takes the learner's password and the alias in the form.
    """
    page = _page_at(request)
    is_script = "application/json" in request.headers.get("Accept", "")
    if page is None or is_script or not is_alias(request.POST.get("learner", "")):
        return csrf_failure(request, reason)
    return to_sign_in(page, request, wants_json=False)


def _page_at(request):
    match = request.resolver_match
    if not match or match.view_name != "wagtail_serve":
        return None
    found = Page.route_for_request(request, match.args[0] if match.args else match.kwargs["path"])
    return found[0] if found and isinstance(found[0], QuizMixin) else None
