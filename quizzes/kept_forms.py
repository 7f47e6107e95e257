"""A form that somebody sends without script after their sign-in has ended: kept until they are back.

What is kept cannot fill the disk: only a page that was made for a learner has an alias that opens this door, and
each alias has room for a few forms. It opens again for that learner alone, in the browser that sent it.
"""

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from .aliases import alias_of, is_alias
from .models.kept_forms import KeptForm
from .types.typed import as_typed
from .writing import one_writer

COOKIE = "lifelong_kept"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
STAYS = timedelta(days=1)
MOST_FORMS = 4  # of one learner
MOST_BYTES = 256 * 1024


def may_be_kept(request):
    """Tell whether a form was made for somebody, and is not too much."""
    posted = request.POST
    size = sum(len(text.encode()) for name in posted for text in (name, *posted.getlist(name)))
    return is_alias(posted.get("learner", "")) and size <= MOST_BYTES


def keep_form(page, request):
    """Keep what was posted to a page and return the secret for the browser's cookie. Safe to call twice."""
    browser = _browser_of(request) or secrets.token_urlsafe(32)
    form = KeptForm(
        browser=browser,
        alias=request.POST["learner"],
        page_key=page.translation_key,
        address=request.path,
        language=get_language(),
        posted=_posted_in(request),
        had_files=bool(request.FILES),
    )
    with one_writer():
        forms_kept_too_long(timezone.now()).delete()
        own = list(KeptForm.objects.filter(alias=form.alias).order_by("-pk"))
        if not own or _said_by(own[0]) != _said_by(form):
            form.save(force_insert=True)
            KeptForm.objects.filter(pk__in=[old.pk for old in own[MOST_FORMS - 1 :]]).delete()
    return browser


def remember_browser(response, browser):
    """Give the browser the secret by which it gets back what it sent."""
    response.set_cookie(
        COOKIE,
        browser,
        max_age=STAYS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def kept_by(request, learner):
    """Return the forms of a learner that this browser sent, oldest first. Runs no query without the cookie."""
    browser = _browser_of(request)
    if not browser:
        return []
    since = timezone.now() - STAYS
    own = KeptForm.objects.filter(browser=browser, alias=alias_of(learner), kept_at__gte=since)
    return list(own.order_by("pk"))


def forms_kept_too_long(now):
    """Return the forms whose learners did not come back in time."""
    return KeptForm.objects.filter(kept_at__lt=now - STAYS)


def forget_forms_of(learner):
    """Delete what is kept of a learner who is being erased."""
    KeptForm.objects.filter(alias=alias_of(learner)).delete()


def _browser_of(request):
    browser = request.COOKIES.get(COOKIE, "")
    return browser if re.fullmatch(r"[\w-]{43}", browser, re.ASCII) else ""


def _posted_in(request):
    """Return {field: [values]} of a form, without its token, which ends with the session."""
    fields = request.POST.lists()
    return {as_typed(name): [as_typed(text) for text in texts] for name, texts in fields if name != TOKEN}


def _said_by(form):
    return form.browser, form.address, form.posted, form.had_files
