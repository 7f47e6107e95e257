"""The cast of this room: three languages, a teacher's tree of pages, and somebody who translates."""

import pytest
from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object


@pytest.fixture(scope="module")
def locales(stage):
    """The three languages, by code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("kk", "ru", "en")}


@pytest.fixture(scope="module")
def committed():
    """What runs inside happens as in a request: work that waits for the commit is done at the end."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture(scope="module")
def write(locales):
    """A teacher writes and publishes a page."""

    def write(parent, title, language="ru", *, live=True):
        parent = Page.objects.get(pk=parent.pk)
        page = parent.add_child(instance=Page(title=title, locale=locales[language], live=False))
        if live:
            page.save_revision().publish()
        return Page.objects.get(pk=page.pk)

    return write


@pytest.fixture(scope="module")
def translate(locales, committed):
    """Somebody makes a page in another language by hand, and publishes it when asked to."""

    def translate(page, language, *, publish=True):
        page = Page.objects.get(pk=page.pk)
        translation = page.copy_for_translation(locales[language], copy_parents=True)
        if publish:
            with committed():
                translation.save_revision().publish()
        return Page.objects.get(pk=translation.pk)

    return translate


@pytest.fixture(scope="module")
def localize(locales, committed):
    """Somebody presses "Translate this page", and publishes the translation when asked to."""

    def localize(page, language, *, publish=True):
        with committed():
            translate_object(Page.objects.get(pk=page.pk), [locales[language]])
        translation = Page.objects.get(translation_key=page.translation_key, locale=locales[language])
        if publish:
            with committed():
                translation.get_latest_revision().publish()
        return Page.objects.get(pk=translation.pk)

    return localize


@pytest.fixture(scope="module")
def again():
    """The page as it is stored now."""
    return lambda page: Page.objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def titles():
    """The titles of the pages under a page, in their order."""
    return lambda page: [child.title for child in Page.objects.get(pk=page.pk).get_children()]


@pytest.fixture(scope="module")
def homes(write, translate):
    """The home page in Russian, Kazakh and English, by code; written in Russian."""
    russian = write(Page.objects.get(depth=1), "Home")
    return {"ru": russian, "kk": translate(russian, "kk"), "en": translate(russian, "en")}
