"""Addresses are in plain Latin letters, whatever the language of the title."""

import json

import pytest
from wagtail.models import Page

from courses.models import SubjectPage
from languages.collation import KAZAKH
from languages.slugs import AsciiSlugInput, SourceSlug, needs_slug
from languages.transliteration import LETTERS, ascii_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Урок-1", "urok-1"),
        ("Қаржы көшбасшысы", "qarzhy-koshbasshysy"),
        ("Ұйым және Үміт", "uyym-zhane-umit"),
        ("Лидерство: щит, ёж, объём!", "liderstvo-shchit-yozh-obyom"),
        ("Café № 5", "cafe-5"),
        ("Іңкәр һәм Ғалым", "ingkar-ham-galym"),
        ("???", ""),
    ],
)
def test_a_title_becomes_an_address_that_can_be_typed(title, slug):
    assert ascii_slug(title) == slug


def test_a_long_title_is_cut_between_words():
    slug = ascii_slug("Как составить проект и найти людей которые помогут его сделать вместе")
    assert len(slug) <= 60
    assert slug.endswith("-pomogut-ego")


def test_every_letter_of_both_alphabets_has_a_latin_form():
    assert set(KAZAKH) == set(LETTERS)


@pytest.mark.parametrize("slug", ["", "урок-1", "1", "u0443u0440u043eu043a-1", "u0423u0440u043eu043a-1"])
def test_what_software_made_of_a_russian_title_is_made_anew(slug):
    assert needs_slug(slug, "Урок 1", is_new=True)


def test_what_a_person_chose_stays():
    assert not needs_slug("my-lesson", "Урок 1", is_new=True)
    assert not needs_slug("1", "Урок 1", is_new=False)


@pytest.fixture
def home(homes, again):
    return again(homes["ru"])


@pytest.mark.django_db
def test_a_page_gets_its_address_from_its_title(home):
    assert home.add_child(instance=SubjectPage(title="Урок 1", locale=home.locale)).slug == "urok-1"


@pytest.mark.django_db
def test_two_pages_of_one_title_have_two_addresses(home):
    first, second = (
        home.add_child(instance=SubjectPage(title="Урок 1", locale=home.locale)) for _ in range(2)
    )
    assert (first.slug, second.slug) == ("urok-1", "urok-1-2")


@pytest.mark.django_db
def test_an_address_typed_in_cyrillic_is_spelt_in_latin(home):
    lesson = home.add_child(instance=SubjectPage(title="Урок", slug="мой-урок", locale=home.locale))
    assert lesson.slug == "moy-urok"


@pytest.mark.django_db
def test_saving_again_changes_no_address(home):
    lesson = home.add_child(instance=SubjectPage(title="Урок 1", locale=home.locale))
    lesson.title = "Урок 2"
    lesson.save()
    assert lesson.slug == "urok-1"


@pytest.mark.django_db  # a page asks for its type
def test_home_pages_do_not_share_an_address():
    assert SourceSlug().is_synchronized(SubjectPage(depth=3))
    assert not SourceSlug().is_synchronized(SubjectPage(depth=2))
    assert not SourceSlug().is_overridable(SubjectPage(depth=3))


def test_the_editor_spells_the_title_in_latin_while_it_is_typed():
    formatters = json.loads(AsciiSlugInput().attrs["data-w-slug-formatters-value"])
    assert [["қ", "giu"], "q"] in formatters or [["қ", "gui"], "q"] in formatters


@pytest.mark.django_db
def test_the_slug_field_of_every_page_is_ours():
    form = Page.get_edit_handler().get_form_class()
    assert isinstance(form.base_fields["slug"].widget, AsciiSlugInput)
