"""Keeping the words of translations in step with the page that they translate."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from .errors import NotTheSourceError, in_words
from .models import SourceLanguage, sources_of
from .notices import report


def refuse_second_source(translation_source):
    """Raise NotTheSourceError unless the words come from the page's own source language."""
    key = translation_source.object_id
    recorded = SourceLanguage.objects.filter(translation_key=key).first()
    if recorded is None or recorded.locale_id == translation_source.locale_id:
        return
    if source := sources_of([key]).get(key):
        raise NotTheSourceError(source)


def synchronise_after_commit(source):
    """Bring the translations of a just published page up to date once the publishing is on disk."""
    transaction.on_commit(partial(synchronise, source.translation_key, source.locale_id))


def synchronise(key, locale_id):
    """Copy a source's structure, and its words where no others are known, into its synchronised translations.

    A translation that is live is published again, a draft stays a draft. What fails is reported, language
    by language, and never raised: the source is published already.
    """
    targets = {page.locale_id: page for page in Page.objects.filter(translation_key=key, alias_of=None)}
    translations = Translation.objects.filter(
        source__object_id=key, source__locale_id=locale_id, target_locale_id__in=targets, enabled=True
    ).order_by("pk")
    if translations and _extract_words(key, locale_id):
        for translation in translations:
            _save_target(translation.pk, targets[translation.target_locale_id])


def _extract_words(key, locale_id):
    source = TranslationSource.objects.get(object_id=key, locale_id=locale_id)
    try:
        source.update_from_db()
    except Exception as error:  # noqa: BLE001 - whatever a block raises, the source is published
        report(
            _("The translations of “%(title)s” could not be brought up to date: %(error)s")
            % {"title": source.object_repr, "error": in_words(error)}
        )
        return False
    return True


def _save_target(translation_pk, target):
    # Fetched anew for each language: Translation.source caches what update_from_db() has just replaced.
    translation = Translation.objects.select_related("source", "target_locale").get(pk=translation_pk)
    try:
        with transaction.atomic():
            translation.save_target(user=get_active_log_context().user, publish=target.live)
    except Exception as error:  # noqa: BLE001 - one language must not hold up the others
        report(
            _("“%(title)s” could not be brought up to date in one language (%(language)s): %(error)s")
            % {
                "title": translation.source.object_repr,
                "language": translation.target_locale.get_display_name(),
                "error": in_words(error),
            }
        )
