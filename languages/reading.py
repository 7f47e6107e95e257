"""Pages by their key, each as a reader of the language in force has it."""

from django.utils.translation import get_language
from wagtail.models import Page


def pages_by_key(keys):
    """Return {translation key: page}, each in the reader's language where there is one. Runs one query."""
    pages = Page.objects.filter(translation_key__in=set(keys)).select_related("locale")
    mine = get_language()
    return {
        page.translation_key: page for page in sorted(pages, key=lambda one: one.locale.language_code == mine)
    }


def titles_of(keys):
    """Return {translation key: title}. A page that is gone has none. Runs one query."""
    return {key: page.title for key, page in pages_by_key(keys).items()}
