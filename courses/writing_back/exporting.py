"""The export itself: page by page, comparing, editing, and reading back what would be written."""

import difflib

import yaml
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale
from wagtail_localize.models import StringSegment

from courses.loading.checking import read_content
from courses.loading.composing import NO_TYPE, Composer
from courses.loading.errors import ContentError
from courses.loading.files import ABOUT_THE_FILE, PageFile, read_words
from courses.loading.pictures import known_pictures

from .changes import Comparison
from .editing import FileText
from .refusing import Refusal, Refused


class Export:
    """What became of an export: `diffs` of the files that were (or would be) written, and `refusals`."""

    def __init__(self):
        self.diffs, self.refusals = {}, []


def export(folder, *, dry_run=False):
    """Write the words, rules and order of the published pages into the files of a folder; returns an `Export`.

    Raises ContentErrors where the files themselves are wrong. Runs a few queries a page and writes nothing in the site.
    """
    languages = list(get_content_languages())
    home = read_content(folder, languages)
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    done = Export()
    for page_file in home.walk():
        Page(page_file, home.entry["written_in"], languages, locales, done).export(dry_run)
    return done


class Page:
    """One page file on its way back."""

    def __init__(self, page_file, source, languages, locales, done):
        self.page_file, self.source, self.languages = page_file, source, languages
        self.locales, self.done = locales, done
        self.names = [name for name in page_file.entry if name not in ABOUT_THE_FILE]

    def export(self, dry_run):
        shown = self._shown()
        if self.source not in shown:
            return  # deleted, or never published: the files keep it
        changes = self._compare(self.page_file, shown)
        self.done.refusals += changes.refusals
        old = self.page_file.file.read_text(encoding="utf-8")
        try:
            new = self._edited(old, changes, shown)
        except Refused as refused:
            self._refuse(str(refused))
            return
        if new != old:
            self.done.diffs[self.page_file.file] = _diff(old, new, self.page_file.file)
            if not dry_run:
                self.page_file.file.write_text(new, encoding="utf-8")

    def _edited(self, text, changes, shown):
        """Return the new text of the file; it is not taken unless it says exactly what was to be written."""
        edited = FileText(text)
        for place, words in changes.words.items():
            edited.say(place, words)
        for place, value in changes.values.items():
            edited.set(place, value)
        text = edited.result()
        for place in sorted(
            changes.orders, key=len, reverse=True
        ):  # inner lists first: then places still hold
            edited = FileText(text)
            edited.reorder(place, changes.orders[place])
            text = edited.result()
        if changes.words or changes.values or changes.orders:
            self._prove(text, shown)
        return text

    def _prove(self, text, shown):
        try:
            again = PageFile(self.page_file.file, self.page_file.path, read_words(text, self.page_file.file))
            again.parent, again.model = self.page_file.parent, self.page_file.model
            left = self._compare(again, shown)
        except (ContentError, yaml.YAMLError) as error:
            raise Refused(str(error)) from error
        if left.words or left.values or left.orders:
            place = next(iter([*left.words, *left.values, *left.orders]))
            message = _("%(place)s could not be written exactly; change it by hand")
            raise Refused(message % {"place": ".".join(map(str, place))})

    def _compare(self, page_file, shown):
        composer = Composer(self.languages, {page_file.path: known_pictures(page_file)})
        wanted = {}
        for language in self.languages:
            page = composer.page(page_file, language, content_type_id=NO_TYPE)
            wanted[language] = {name: _raw(page, name) for name in self.names}
        return Comparison(page_file, self.source, wanted, shown, self._untranslated(shown)).run()

    def _shown(self):
        """Return {language: {field: value}} of the published pages."""
        pages = self.page_file.model.objects.live().filter(translation_key=self.page_file.key)
        return {
            page.locale.language_code: {name: _raw(page, name) for name in self.names}
            for page in pages.select_related("locale")
        }

    def _untranslated(self, shown):
        """Return {language: paths of what nobody has translated yet}: there the site shows the source's words."""
        segments = StringSegment.objects.filter(
            source__object_id=self.page_file.key, source__locale=self.locales[self.source]
        )
        return {
            language: {
                segment.context.path
                for segment in segments.annotate_translation(self.locales[language]).select_related("context")
                if segment.translation is None
            }
            for language in shown
            if language != self.source
        } | {self.source: set()}

    def _refuse(self, message):
        self.done.refusals.append(Refusal(self.page_file.file, 1, message))


def _raw(page, name):
    value = page._meta.get_field(name).value_from_object(page)
    if not hasattr(value, "stream_block"):
        return value
    list(value)  # reads lazy blocks, so that what a block leaves out is filled in
    return value.get_prep_value()


def _diff(old, new, file):
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), str(file), str(file), lineterm="", n=1)
    return "\n".join(lines)
