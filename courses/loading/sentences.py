"""Translated sentences: wagtail-localize's strings, one by one."""

from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from .composing import numbered
from .deciding import Outcome, decide, digest

IDENTITY = ("translation_of", "locale", "context")
WRITTEN = (
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by",
    "has_error",
    "field_error",
    "updated_at",
)


class Sentences:
    """The sentences of one page in one language other than its source.

    Made before the source page is written, so that it still sees which words stood where.
    """

    def __init__(self, page_file, source_locale, locale):
        self.page_file, self.source_locale, self.locale = page_file, source_locale, locale
        self.shown = {place: segment.translation for place, segment in self._segments().items()}

    def write(self, pairs, memory, report, *, overwrite, tool_name):
        """Write the files' words beside each source sentence that the site still has.

        `pairs` is {place: (source words, words)}. Returns whether any of the site's words changed.
        """
        language, rows = self.locale.language_code, {}
        for place, segment in self._segments().items():
            source_words, wanted = pairs.get(place, (None, None))
            if segment.string.data != source_words:
                continue
            shown = self.shown.get(place)
            remembered = memory.sentence(language, place)
            outcome = decide(digest(wanted), digest(shown), remembered, overwrite=overwrite)
            report.sentence(outcome, self.page_file.name, language, shown)
            kept = outcome == Outcome.KEPT
            words = shown if kept else wanted
            if words is not None and segment.translation != words:
                row = self._as_row(segment, words, "" if kept else tool_name)
                rows[segment.string_id, segment.context_id] = row
            if not kept:
                memory.remember_sentence(language, place, digest(wanted))
        _save(rows.values())
        return bool(rows)

    def _as_row(self, segment, words, tool_name):
        return StringTranslation(
            translation_of=segment.string,
            locale=self.locale,
            context=segment.context,
            data=words,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=tool_name,
            last_translated_by=None,
            has_error=False,
            field_error="",
        )

    def _segments(self):
        segments = (
            StringSegment.objects.filter(
                source__object_id=self.page_file.key, source__locale=self.source_locale
            )
            .annotate_translation(self.locale, include_errors=True)
            .select_related("string", "context")
            .order_by("order")
        )
        return numbered((segment.context.path, segment) for segment in segments)


def _save(rows):
    """Write sentences, all in one query but a title: wagtail-localize hears of that, to show it in the admin."""
    titles = [row for row in rows if row.context.path == "title"]
    others = [row for row in rows if row.context.path != "title"]
    StringTranslation.objects.bulk_create(
        others,
        update_conflicts=True,
        unique_fields=IDENTITY,
        update_fields=WRITTEN,
    )
    for row in titles:
        values = {name: getattr(row, name) for name in WRITTEN if name != "updated_at"}
        identity = {name: getattr(row, name) for name in IDENTITY}
        StringTranslation.objects.update_or_create(**identity, defaults=values)


def take_words(page, *, are_new):
    """Let wagtail-localize take the words of a source page; where it knows the page, only if they are new.

    A teacher's draft is not taken: the words in the site are those of the last publication.
    """
    take = (
        TranslationSource.update_or_create_from_instance
        if are_new
        else TranslationSource.get_or_create_from_instance
    )
    return take(page)[0]


def save_translation(source, locale, *, publish):
    """Bring a page in this language up to date with its strings, making it where it is missing.

    Publishes here and now. Left to wagtail-localize, that would wait for the end of the outermost
    transaction, and then write back the number of children that the page had before.
    """
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    if publish:
        translation.get_target_instance().get_latest_revision().publish()


def is_stopped(page_key, locale):
    """Say whether somebody has stopped translating this page into this language, to edit it directly."""
    return Translation.objects.filter(
        source__object_id=page_key, target_locale=locale, enabled=False
    ).exists()


def tool_name(language, awaiting_review):
    """Return what the translator's screen names as the origin of a sentence."""
    if language in awaiting_review:
        return _("the course files, awaiting review")
    return _("the course files")
