"""Where somebody lands after signing in: where they wanted to go, in the language they read."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.shortcuts import resolve_url
from django.urls import Resolver404, resolve, translate_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.models import Site

OWN_DOORS = {
    f"lifelong_people:{name}" for name in ("sign-in", "sign-in-with-login", "code", "sign-out", "register")
}
OWN_DOORS |= {f"lifelong_people:door-{name}" for name in ("newcomer", "names", "secret", "photo")}
OWN_DOORS |= {"lifelong_people:lock", "lifelong_people:locked", "lifelong_people:here"}


def landing_url(request, language: str) -> str:
    """Return the address to go to after signing in, in `language` if it is given and has the page."""
    language = language or translation.get_language()
    wanted = wanted_url(request)
    if wanted:
        return in_language(request, wanted, language)
    with translation.override(language):
        return resolve_url(settings.LOGIN_REDIRECT_URL)


def wanted_url(request) -> str:
    """Return `?next=` if it is on this host and no door of ours, otherwise an empty string."""
    url = own_url(request, request.GET.get("next", ""))
    return url if view_at(url) not in OWN_DOORS else ""


def query_of(request) -> str:
    """Return "?next=…" for the links between our doors, as it came: it is checked where it is used."""
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


def own_url(request, url: str) -> str:
    """Return `url` if it is on this host, otherwise an empty string."""
    url = url.strip()
    is_ours = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if is_ours else ""


def view_at(url: str) -> str:
    """Return the name of the view at `url`, or an empty string where there is none."""
    match = match_of(url)
    return match.view_name if match else ""


def match_of(url: str):
    """Return what serves the path of `url`, whatever language it is in, or None."""
    path = urlsplit(url).path
    with translation.override(language_of_url(url)):
        try:
            return resolve(path)
        except Resolver404:
            return None


def language_of_url(url: str) -> str:
    return translation.get_language_from_path(urlsplit(url).path) or translation.get_language()


def in_language(request, url: str, language: str) -> str:
    """Return `url` in `language`, or as it is where the page has not been translated."""
    match = match_of(url)
    if match and match.view_name == "wagtail_serve" and not has_page(request, match.args[0], language):
        return url
    # Django reads an address by the language in force, which need not be the address's own.
    with translation.override(language_of_url(url)):
        return translate_url(url, language)


def has_page(request, path: str, language: str) -> bool:
    """Say whether a live page answers at this path in `language`."""
    site = Site.find_for_request(request)
    with translation.override(language):
        try:
            root = site.root_page.localized.specific
            return bool(root.route(request, [part for part in path.split("/") if part]))
        except Http404:
            return False
