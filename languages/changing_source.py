"""Making another language the source of a page: the only way in which a recorded source changes."""

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .mirroring import mirror_order
from .models import SourceLanguage


@transaction.atomic
def change_source(page):
    """Let this page lead all its translations from now on, and be what they are translated from.

    No words change in any language: what stands in the others becomes the translation of this page.
    """
    SourceLanguage.objects.update_or_create(
        translation_key=page.translation_key, defaults={"locale_id": page.locale_id}
    )
    old_sources = TranslationSource.objects.filter(object_id=page.translation_key).exclude(locale=page.locale)
    if old_sources:
        stopped = _stopped_locales(page)
        old_sources.delete()
        _translate_from(page, stopped)
    mirror_order(page)


def _stopped_locales(page):
    stopped = Translation.objects.filter(source__object_id=page.translation_key, enabled=False)
    return set(stopped.values_list("target_locale_id", flat=True))


def _translate_from(page, stopped):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    others = Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk)
    for other in others.specific():
        Translation.objects.update_or_create(
            source=source,
            target_locale=other.locale,
            defaults={"enabled": other.locale_id not in stopped},
        )
        _keep_words(source, other)


def _keep_words(source, other):
    """Record what stands in the other language as the translation of what stands in the source."""
    words = {
        (segment.path, segment.order): segment.string.data
        for segment in extract_segments(other)
        if isinstance(segment, StringSegmentValue)
    }
    for segment in StringSegment.objects.filter(source=source).select_related("context"):
        if text := words.get((segment.context.path, segment.order)):
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                context=segment.context,
                locale=other.locale,
                defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
            )
