"""What a cached page says about the person who reads it."""

from urllib.parse import quote

from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from people.handing_over import locking
from people.landing import OWN_DOORS, match_of, query_of
from people.looks import CONTRAST, LOOKS, TEXT_SIZE
from people.models import name_of

# The letter shows the size to the eye, the label says it.
SIZE_BUTTON = '<button name="text_size" value="{}" aria-pressed="{}" aria-label="{}">A</button>'
CONTRAST_BUTTON = (
    '<button class="contrast" name="contrast" value="{}" aria-pressed="{}" aria-label="{}"></button>'
)


def account(request, token_of=get_token) -> str:
    """Return a way in for strangers; for others their name and a way out. Runs no query of its own."""
    return way_out(request, token_of) if request.user.is_authenticated else way_in(request)


def way_in(request) -> str:
    return format_html('<a class="account-link" href="{}">{}</a>', sign_in_url(request), _("Sign in"))


def way_out(request, token_of=get_token) -> str:
    # <bdi>: a name may hold characters that turn the direction of what follows.
    return format_html(
        '<a class="account-link" href="{}"><bdi>{}</bdi></a>'
        '<form class="account-sign-out" method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button class="button button-quiet" type="submit">{}</button></form>{}',
        reverse("lifelong_people:account"),
        name_of(request.user),
        reverse("lifelong_people:sign-out"),
        token_of(request),
        _("Sign out"),
        hand_over(request),
    )


def hand_over(request) -> str:
    """Return what the page's script needs to lock an idle screen, or nothing where screens do not lock."""
    if not locking.is_on(request) or locking.is_locked(request):
        return ""
    return hand_over_script(locking.idle_seconds(request), reverse("lifelong_people:here"))


def hand_over_script(seconds, here) -> str:
    return format_html(
        '<script type="module" src="{}" data-hand-over="{}" data-here="{}"></script>',
        static("people/js/hand-over-later.js"),
        seconds,
        here,
    )


def looks(request) -> str:
    """Return the attributes of `<html>` by which the style sheet knows how this person reads."""
    chosen = [(look.attribute, look.chosen(request)) for look in LOOKS]
    return format_html_join(" ", '{}="{}"', [one for one in chosen if one[1]])


def look_buttons(request, token_of=get_token) -> str:
    """Return a form with a button for each size of the words, and one that turns more contrast on and off."""
    return format_html(
        '<form class="looks" method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="next" value="{}">'
        '<div role="group" aria-label="{}">{}</div><div>{}</div></form>',
        reverse("lifelong_people:look"),
        token_of(request),
        request.get_full_path(),
        _("Text size"),
        _size_buttons(request),
        _contrast_button(request),
    )


def _size_buttons(request):
    chosen = TEXT_SIZE.of(request)
    buttons = [
        (size, "true" if size == chosen else "false", words) for size, words in TEXT_SIZE.choices.items()
    ]
    return format_html_join("", SIZE_BUTTON, buttons)


def _contrast_button(request):
    is_more = CONTRAST.of(request) == "more"
    label = CONTRAST.choices["more"]
    return format_html(
        CONTRAST_BUTTON, CONTRAST.usual if is_more else "more", "true" if is_more else "false", label
    )


def sign_in_url(request) -> str:
    """Return the way in that leads back here, or on to where the reader of a door page was going."""
    door = reverse("lifelong_people:sign-in")
    match = request.resolver_match or match_of(request.path)
    if match and match.view_name in OWN_DOORS:
        return f"{door}{query_of(request)}"
    return f"{door}?next={quote(request.get_full_path(), safe='/')}"
