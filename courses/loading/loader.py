"""The load itself: page by page, in short transactions, so that others can save meanwhile."""

from functools import partial

from django.db import transaction
from wagtail.coreutils import get_content_languages
from wagtail.models import Page

from . import memory as memories
from . import site
from .checking import read_content
from .composing import Composer
from .deciding import Outcome, decide, digest
from .help_lines import load_help_lines, read_help_lines
from .indexing import indexing_put_off
from .memory import Memory
from .pages import create_page, find_page, find_parent, plain_content, update_page
from .parts import all_of, first_part, part_at
from .pictures import bring_pictures
from .sentences import Sentences, is_stopped, save_translation, take_words, tool_name

WRITTEN = {Outcome.CREATED, Outcome.UPDATED}


def load(folder, report, *, overwrite=False, only_first=False, only=None):
    """Bring a folder of course files into the site; safe to run again and again.

    `only_first` stops after the part that a new site opens with; `only` is the path of a module or of a course:
    of the modules, those at or below it are loaded. Raises ContentErrors, before
    anything is written, where one of the files to be loaded is wrong. A load that is cut off goes on where it
    stopped when it runs again.
    """
    languages = list(get_content_languages())
    choose = first_part if only_first else partial(part_at, path=only) if only else all_of
    home, help_lines = read_content(folder, languages, choose), read_help_lines(folder, languages)
    loader = Loader(home.entry, report, overwrite=overwrite)
    wanted = choose(home)
    report.total = len(wanted)
    if help_lines is not None:
        load_help_lines(help_lines, report, overwrite=overwrite)
    for page_file in wanted:
        loader.load(page_file)
    if len(wanted) == len(all_of(home)):
        memories.set_complete()


def is_loaded():
    """Say whether there is nothing to do for somebody who only wants the first content.

    True after a complete load, and for a site that has pages of its own.
    """
    return memories.is_complete() or not (site.is_empty() or memories.is_begun())


class Loader:
    """Loads one page file after another, parents first."""

    def __init__(self, about, report, *, overwrite=False):
        self.report, self.overwrite = report, overwrite
        self.locales = site.bring_locales(get_content_languages())
        self.source = self.locales[about["written_in"]]
        self.others = [locale for locale in self.locales.values() if locale != self.source]
        self.awaiting_review = about.get("awaiting_review") or []

    def load(self, page_file):
        """Bring one page into the site: the source and all sentences at once, then each translated page."""
        if find_parent(page_file, self.source) is None:
            return  # it was deleted together with its parent, which has been reported
        memory = Memory(page_file.key)
        pictures = bring_pictures(page_file, self.source.language_code)
        composer = Composer(list(self.locales), {page_file.path: pictures})
        with transaction.atomic(), indexing_put_off():
            page, outcome = self._load_words(page_file, composer, memory)
            memory.save()
        for locale in self.others if page else []:
            self._load_translation(page, page_file, outcome, locale, memory)

    def _load_words(self, page_file, composer, memory):
        sentences = [Sentences(page_file, self.source, locale) for locale in self.others]
        page, outcome = self._load_source(page_file, composer, memory)
        if page:
            take_words(page, are_new=outcome in WRITTEN)
        for one in sentences if page else []:
            language = one.locale.language_code
            changed = one.write(
                self._pairs(page_file, composer, language), memory, self.report, **self._how(language)
            )
            if changed or outcome in WRITTEN:
                memory.set_waiting(language)
        return page, outcome

    def _load_source(self, page_file, composer, memory):
        values = composer.values(page_file, self.source.language_code)
        new = composer.page(page_file, self.source.language_code, locale=self.source)
        page = find_page(page_file, self.source)
        wanted = digest(plain_content(new, values))
        shown = digest(plain_content(page, values)) if page else None
        outcome = decide(wanted, shown, memory.page, overwrite=self.overwrite)
        if outcome == Outcome.CREATED:
            page = new
            self._create(page, page_file)
        elif outcome == Outcome.UPDATED:
            update_page(page, values)
        if outcome != Outcome.KEPT:
            memory.page = wanted
        self.report.page(outcome, page_file.name)
        return page, outcome

    def _create(self, page, page_file):
        if page_file.parent:
            create_page(page, page_file, self.source)
        else:
            welcome = site.make_room()
            create_page(page, page_file, self.source)
            site.open_front_door(page, welcome)

    def _load_translation(self, page, page_file, outcome, locale, memory):
        language = locale.language_code
        target = Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
        is_gone = target is None and memory.is_done(language) and not self.overwrite
        if is_gone or is_stopped(page_file.key, locale) or find_parent(page_file, locale) is None:
            self.report.kept(f"{page_file.name} ({language})")
        elif target is None or memory.is_waiting(language):
            is_new = target is None or outcome == Outcome.CREATED
            with transaction.atomic(), indexing_put_off():
                save_translation(take_words(page, are_new=False), locale, publish=is_new or target.live)
                memory.set_done(language)
                memory.save()

    def _pairs(self, page_file, composer, language):
        """Return {place: (source words, words)}."""
        source_words = composer.strings(page_file, self.source.language_code)
        words = composer.strings(page_file, language)
        return {place: (source_words[place], words[place]) for place in source_words}

    def _how(self, language):
        return {"overwrite": self.overwrite, "tool_name": tool_name(language, self.awaiting_review)}
