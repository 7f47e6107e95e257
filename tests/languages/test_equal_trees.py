"""Whatever a teacher does to the source, in whatever order, the trees stay equal in every language."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import TestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

pytestmark = pytest.mark.django_db

FIRST_PAGES = 6
LANGUAGES = ("ru", "kk", "en")
a_page = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.just("move"), a_page, a_page, st.sampled_from(["first-child", "last-child"])),
    st.tuples(st.just("reorder"), a_page, a_page, st.sampled_from(["left", "right"])),
    st.tuples(st.just("unpublish"), a_page),
    st.tuples(st.just("republish"), a_page),
    st.tuples(st.just("delete"), a_page),
    st.tuples(st.just("write"), a_page, st.sets(st.sampled_from(LANGUAGES))),
    st.tuples(st.just("translate"), a_page, st.sampled_from(LANGUAGES)),
    st.tuples(st.just("unpublish_translation"), a_page, st.sampled_from(LANGUAGES)),
    st.tuples(st.just("move_translation"), a_page, a_page, st.sampled_from(LANGUAGES)),
)


class Teacher:
    """Works on pages written in one language, beside colleagues who write in the others."""

    def __init__(self, language):
        self.language = language
        self.source = {}  # translation key → the language that the page was written in
        self.shown = set()  # (key, language) that a person published and nobody unpublished by hand
        self.made = 0
        self.locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
        self.home = self.new_page(Page.objects.get(depth=1), language, LANGUAGES)
        subject = self.new_page(self.home, language, LANGUAGES)
        for _ in range(3):
            self.new_page(subject, language, LANGUAGES)
        other = next(code for code in LANGUAGES if code != language)
        self.new_page(self.in_language(subject, other), other, [language])

    def new_page(self, parent, language, translated_to):
        self.made += 1
        page = Page(title=f"page {self.made}", locale=self.locales[language], live=False)
        parent = Page.objects.get(pk=parent.pk)
        page = parent.add_child(instance=page)
        self.source[page.translation_key] = language
        self.publish(page)
        for code in sorted(set(translated_to) - {language}):
            self.translate_page(page, code)
        return Page.objects.get(pk=page.pk)

    def in_language(self, page, code):
        return Page.objects.filter(translation_key=page.translation_key, locale__language_code=code).first()

    def publish(self, page):
        self.shown.add((page.translation_key, page.locale.language_code))
        with TestCase.captureOnCommitCallbacks(execute=True):
            Page.objects.get(pk=page.pk).save_revision().publish()

    def sources(self):
        """Every page below the home page in the language it was written in, oldest first."""
        pages = Page.objects.filter(depth__gt=2).order_by("pk")
        return [page for page in pages if self.source[page.translation_key] == page.locale.language_code]

    def pick(self, number):
        pages = self.sources()
        return pages[number % len(pages)] if pages else None

    def do(self, verb, number, *rest):
        if page := self.pick(number):
            getattr(self, verb)(page, *rest)

    def move(self, page, number, position):
        targets = Page.objects.filter(locale=page.locale, depth__gt=1).not_descendant_of(page, inclusive=True)
        targets = list(targets.order_by("pk"))
        page.move(targets[number % len(targets)], pos=position)

    def reorder(self, page, number, position):
        siblings = [sibling for sibling in page.get_siblings() if sibling != page]
        if siblings:
            page.move(siblings[number % len(siblings)], pos=position)

    def unpublish(self, page):
        page.unpublish()

    def republish(self, page):
        self.publish(page)

    def delete(self, page):
        page.delete()

    def write(self, page, translated_to):
        self.new_page(page, page.locale.language_code, translated_to)

    def translate(self, page, code):
        self.translate_page(page, code)

    def translate_page(self, page, code):
        """Press "Translate this page"; the first pages are copied by hand, which is quicker."""
        if self.in_language(page, code):
            return
        with TestCase.captureOnCommitCallbacks(execute=True):
            if self.made > FIRST_PAGES:
                translate_object(Page.objects.get(pk=page.pk), [self.locales[code]])
            else:
                Page.objects.get(pk=page.pk).copy_for_translation(self.locales[code])
        self.publish(self.in_language(page, code))

    def unpublish_translation(self, page, code):
        translation = self.in_language(page, code)
        if translation and translation != page and translation.live:
            translation.unpublish()
            self.shown.discard((page.translation_key, code))

    def move_translation(self, page, number, code):
        translation = self.in_language(page, code)
        if translation and translation != page:
            self.move(translation, number, "last-child")

    def check(self):
        """Each translation stands where its source stands, in the same order, live as it is."""
        tree = Tree()
        tree.check()
        for translation in tree.translations(self.source):
            key, code = translation.translation_key, translation.locale.language_code
            source = tree.version(key, self.source[key])
            here, there = tree.parent(translation), tree.parent(source)
            if tree.version(there.translation_key, code):
                assert here.translation_key == there.translation_key
            if not translation.alias_of_id:
                assert translation.live == (source.live and (key, code) in self.shown)
            assert translation.url_path == f"{here.url_path}{translation.slug}/"
            order, lead = tree.children(translation), tree.children(source)
            assert [child for child in order if child in lead] == [child for child in lead if child in order]


class Tree:
    """All pages as they are stored now, read in one query."""

    def __init__(self):
        pages = Page.objects.select_related("locale").order_by("path")
        self.by_path = {page.path: page for page in pages}
        self.by_version = {
            (page.translation_key, page.locale.language_code): page for page in pages if page.depth > 1
        }

    def check(self):
        """No page has lost its parent, and every parent knows how many children it has."""
        for page in self.by_path.values():
            assert page.depth * Page.steplen == len(page.path)
            assert page.depth == 1 or self.parent(page)
            assert page.numchild == len(self.children(page))

    def version(self, key, code):
        return self.by_version.get((key, code))

    def translations(self, source_languages):
        """All translations whose source page exists."""
        for (key, code), page in self.by_version.items():
            language = source_languages.get(key)
            if language not in (None, code) and self.version(key, language):
                yield page

    def parent(self, page):
        return self.by_path[page.path[: -Page.steplen]]

    def children(self, page):
        below = [child for child in self.by_path.values() if child.depth == page.depth + 1]
        return [child.translation_key for child in below if child.path.startswith(page.path)]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_trees_are_equal_in_every_language_after_each_step(db, language):
    at_first = Teacher(language)
    at_first.check()

    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(steps=st.lists(STEPS, min_size=1, max_size=8))
    def equal_after_each(steps):
        with transaction.atomic():
            teacher = deepcopy(at_first)
            for verb, *rest in steps:
                teacher.do(verb, *rest)
                teacher.check()
            transaction.set_rollback(True)

    equal_after_each()
