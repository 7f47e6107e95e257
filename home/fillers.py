"""What this site puts into the holes that every page has."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.urls import reverse, translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.showing import link
from people import fillers as people
from quizzes.serving.fillers import register, token_of


def register_site_fillers():
    """Fill the holes of `base.html`; called once, when Django starts."""
    register("account", lambda request, facts: people.account(request, token_of))
    register("looks", lambda request, facts: people.looks(request))
    register("look-buttons", lambda request, facts: people.look_buttons(request, token_of))
    register("messages", messages)
    register("languages", languages)


def messages(request, facts):
    """Return what the last act has to say, once."""
    said = [(message.level_tag, message) for message in get_messages(request)]
    if not said:
        return ""
    lines = format_html_join("", '<li class="notice notice-{}">{}</li>', said)
    return format_html('<div class="messages" role="status"><ul>{}</ul></div>', lines)


def languages(request, facts):
    """Return links to this page in the languages it has; to any other view, and what was asked of it, in all."""
    links = facts.get("languages") or [
        (code, name, translate_url(request.get_full_path(), code)) for code, name in settings.LANGUAGES
    ]
    return format_html_join(
        "", '<li><a href="{}" hreflang="{}" lang="{}"{}>{}</a></li>', map(_language_link, links)
    )


def way_to_learning(request):
    """Return the front page's one thing to do: going on, for somebody who learns here."""
    if not request.user.is_authenticated:
        return link(people.sign_in_url(request), _("Sign in"))
    return link(reverse("lifelong_home:my-learning"), _("My learning"))


def _language_link(language):
    code, name, url = language
    is_current = code == get_language()
    return url, code, code, mark_safe(' aria-current="true"') if is_current else "", name
