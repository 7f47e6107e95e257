"""The same page in every language it is published in."""

from django.conf import settings
from wagtail.models import Page, Site


def links_to_languages(page, request):
    """Return [(code, name in that language, URL)] in the order of the site's languages. Runs one or two queries."""
    if page.pk is None:
        return []
    pages = Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale")
    urls = {
        other.locale.language_code: other.get_url(request, Site.find_for_request(request)) for other in pages
    }
    return [(code, name, urls[code]) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES if urls.get(code)]
