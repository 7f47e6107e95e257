"""The tree is the same in every language, whichever language leads."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail.signals import pre_page_move

from languages.models import SourceLanguage, is_source, source_of, sources_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    """What is reported is compared in the language of the code."""
    with override("en"):
        yield


@pytest.fixture(scope="module")
def built(homes, write, translate):
    """A subject with three lessons a, b, c, in Russian and Kazakh."""
    subject = write(homes["ru"], "subject")
    translate(subject, "kk")
    for title in "abc":
        translate(write(subject, title), "kk")
    return subject


@pytest.fixture
def subject(db, built, again):
    return again(built)


@pytest.fixture
def lessons(subject):
    return {page.title: page for page in subject.get_children()}


@pytest.fixture
def in_kazakh(locales):
    return lambda page: Page.objects.get(translation_key=page.translation_key, locale=locales["kk"])


@pytest.fixture
def moves():
    """The ids of the pages that are moved from now on, in their order."""
    moved = []

    def note(instance, **kwargs):
        moved.append(instance.pk)

    pre_page_move.connect(note)
    yield moved
    pre_page_move.disconnect(note)


def test_a_page_keeps_the_language_it_was_first_written_in(subject, in_kazakh):
    kazakh = in_kazakh(subject)
    assert source_of(kazakh) == subject
    assert source_of(subject) == subject
    assert is_source(subject)
    assert not is_source(kazakh)


def test_the_sources_of_many_pages_cost_one_query(lessons, django_assert_num_queries):
    keys = [page.translation_key for page in lessons.values()]
    with django_assert_num_queries(1):
        assert set(sources_of(keys)) == set(keys)
    with django_assert_num_queries(1):
        assert SourceLanguage.objects.languages(keys) == dict.fromkeys(keys, "ru")


def test_a_copy_made_in_kazakh_is_a_kazakh_page(lessons, in_kazakh):
    copy = in_kazakh(lessons["a"]).copy(update_attrs={"slug": "copy", "title": "copy"})
    assert is_source(copy)


def test_a_lesson_moved_to_the_front_is_first_in_kazakh_too(subject, lessons, in_kazakh, titles):
    lessons["c"].move(subject, pos="first-child")
    assert titles(in_kazakh(subject)) == ["c", "a", "b"]


def test_a_lesson_moved_to_another_subject_moves_in_kazakh_too(
    homes, lessons, write, translate, in_kazakh, titles
):
    other = write(homes["ru"], "other")
    translate(other, "kk")
    lessons["b"].move(other, pos="last-child")
    assert titles(in_kazakh(other)) == ["b"]


def test_a_lesson_moved_to_the_end_moves_one_kazakh_page(lessons, in_kazakh, moves):
    lessons["a"].move(lessons["c"], pos="right")
    assert moves == [lessons["a"].pk, in_kazakh(lessons["a"]).pk]


def test_a_translation_that_somebody_moves_goes_back(subject, lessons, in_kazakh, titles, caplog):
    in_kazakh(lessons["a"]).move(in_kazakh(lessons["c"]), pos="right")
    assert titles(in_kazakh(subject)) == ["a", "b", "c"]
    assert "was put back" in caplog.text


def test_a_kazakh_lesson_keeps_its_place_between_its_neighbours(
    subject, lessons, write, in_kazakh, titles, again
):
    own = write(in_kazakh(subject), "own", "kk")
    own.move(in_kazakh(lessons["a"]), pos="right")
    again(lessons["a"]).move(subject, pos="last-child")
    assert titles(in_kazakh(subject)) == ["b", "c", "a", "own"]


def test_a_kazakh_subject_leads_its_russian_translation(homes, write, translate, titles, again):
    kazakh = write(homes["kk"], "pan", "kk")
    russian = translate(kazakh, "ru")
    first, second = (write(kazakh, title, "kk") for title in ("1", "2"))
    translate(second, "ru")
    translate(first, "ru")
    assert titles(russian) == ["1", "2"]
    again(second).move(again(kazakh), pos="first-child")
    assert titles(russian) == ["2", "1"]


def test_a_lesson_translated_later_stands_where_it_stands_at_its_source(
    subject, lessons, write, translate, in_kazakh, titles
):
    late = write(subject, "late")
    late.move(lessons["a"], pos="right")
    translate(late, "kk")
    assert titles(in_kazakh(subject)) == ["a", "late", "b", "c"]


def test_a_lesson_written_first_in_kazakh_keeps_its_place_when_it_comes_to_russian(
    subject, lessons, write, translate, in_kazakh, titles
):
    own = write(in_kazakh(subject), "own", "kk")
    own.move(in_kazakh(lessons["a"]), pos="right")
    translate(own, "ru")
    assert titles(subject) == titles(in_kazakh(subject)) == ["a", "own", "b", "c"]


def test_a_lesson_waits_where_it_is_until_its_new_subject_is_translated(
    homes, subject, lessons, write, translate, in_kazakh, titles, caplog
):
    other = write(homes["ru"], "other")
    lessons["b"].move(other, pos="last-child")
    assert titles(in_kazakh(subject)) == ["a", "b", "c"]
    assert "not translated" in caplog.text
    translate(other, "kk")
    assert titles(in_kazakh(subject)) == ["a", "c"]
    assert titles(in_kazakh(other)) == ["b"]


def test_a_slug_that_is_taken_in_kazakh_is_reported(homes, lessons, write, translate, in_kazakh, caplog):
    other = write(homes["ru"], "other")
    translate(other, "kk")
    write(in_kazakh(other), "b", "kk")
    lessons["b"].move(other, pos="last-child")
    assert "stays as it is" in caplog.text
    assert Page.find_problems() == ([], [], [], [], [])


def test_unpublishing_takes_the_kazakh_lesson_off_line_and_publishing_brings_it_back(
    lessons, in_kazakh, committed, again
):
    lessons["a"].unpublish()
    assert not in_kazakh(lessons["a"]).live
    with committed():
        again(lessons["a"]).save_revision().publish()
    assert in_kazakh(lessons["a"]).live


def test_what_somebody_unpublished_by_hand_does_not_come_back(lessons, in_kazakh, committed, again):
    in_kazakh(lessons["a"]).unpublish()
    lessons["a"].unpublish()
    with committed():
        again(lessons["a"]).save_revision().publish()
    assert not in_kazakh(lessons["a"]).live


def test_a_translation_is_held_back_until_its_source_is_published(
    subject, write, translate, in_kazakh, committed, again, caplog
):
    draft = write(subject, "draft", live=False)
    assert not translate(draft, "kk").live
    assert "will appear when" in caplog.text
    with committed():
        again(draft).save_revision().publish()
    assert in_kazakh(draft).live


def test_deleting_a_subject_keeps_its_kazakh_pages_as_drafts(subject, lessons, in_kazakh):
    kazakh = in_kazakh(subject)
    subject.delete()
    assert not any(page.live for page in kazakh.get_descendants(inclusive=True))
    assert kazakh.get_children().count() == 3


def test_a_deleted_kazakh_page_leaves_its_source_alone(lessons, in_kazakh, again):
    in_kazakh(lessons["a"]).delete()
    assert again(lessons["a"]).live


def test_the_language_of_a_page_is_forgotten_with_its_last_version(lessons, in_kazakh):
    key, kazakh = lessons["a"].translation_key, in_kazakh(lessons["a"])
    lessons["a"].delete()
    assert SourceLanguage.objects.filter(translation_key=key).exists()
    kazakh.delete()
    assert not SourceLanguage.objects.filter(translation_key=key).exists()


def test_an_alias_in_another_language_goes_off_line_with_the_deleted_page(lessons):
    english = Locale.objects.get(language_code="en")
    alias = lessons["a"].copy_for_translation(english, copy_parents=True, alias=True)
    assert Page.objects.get(pk=alias.pk).live
    lessons["a"].delete()
    assert not Page.objects.get(pk=alias.pk).live


def test_a_page_has_one_source_language(lessons, in_kazakh, localize):
    with pytest.raises(ValidationError, match="first written in another language"):
        localize(in_kazakh(lessons["a"]), "en")
