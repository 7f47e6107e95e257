"""Translations keep step with the page that they translate."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from courses.models import SubjectPage
from languages.models import is_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    """What is reported is compared in the language of the code."""
    with override("en"):
        yield


@pytest.fixture(scope="module")
def say(locales):
    """A translator says what a sentence of a page is in another language."""

    def say(page, path, words, language="kk"):
        source = Translation.objects.get(
            source__object_id=page.translation_key, target_locale=locales[language]
        ).source
        segment = source.stringsegment_set.get(context__path=path)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locales[language],
            defaults={"data": words},
        )

    return say


@pytest.fixture(scope="module")
def built(homes, locales, localize, committed, say):
    """A subject written in Russian, translated into Kazakh and English and live in all three."""
    subject = SubjectPage(title="Лидерство", intro="Первый шаг", locale=locales["ru"], live=False)
    Page.objects.get(pk=homes["ru"].pk).add_child(instance=subject)
    subject.save_revision().publish()
    for language in ("kk", "en"):
        localize(subject, language)
    say(subject, "title", "Көшбасшылық")
    return subject


@pytest.fixture
def subject(db, built):
    return SubjectPage.objects.get(pk=built.pk)


@pytest.fixture
def version(subject, locales):
    return lambda language: SubjectPage.objects.get(
        translation_key=subject.translation_key, locale=locales[language]
    )


@pytest.fixture
def publish(committed):
    """The teacher changes a page and publishes it."""

    def publish(page, **changes):
        page = page.get_latest_revision_as_object()
        for field, value in changes.items():
            setattr(page, field, value)
        with committed():
            page.save_revision().publish()

    return publish


def test_what_is_translated_stays_and_what_is_new_is_shown_in_the_source_language(subject, version, publish):
    publish(subject, intro="Второй шаг")
    assert version("kk").title == "Көшбасшылық"
    assert version("kk").intro == version("en").intro == "Второй шаг"
    assert version("kk").live


def test_the_address_of_a_translation_is_that_of_its_source(subject, version, publish):
    assert version("kk").slug == subject.slug == "liderstvo"
    publish(subject, slug="leaders")
    assert version("kk").slug == "leaders"


def test_a_draft_translation_stays_a_draft(subject, version, publish):
    version("kk").unpublish()
    publish(subject, intro="Второй шаг")
    assert not version("kk").live
    assert version("kk").get_latest_revision_as_object().intro == "Второй шаг"


def test_a_stopped_translation_is_left_alone(subject, version, publish):
    Translation.objects.filter(target_locale=version("kk").locale).update(enabled=False)
    publish(subject, intro="Второй шаг")
    assert version("kk").intro == "Первый шаг"
    assert version("en").intro == "Второй шаг"


def test_a_deleted_translation_is_not_made_again(subject, version, publish):
    version("kk").delete()
    publish(subject, intro="Второй шаг")
    assert subject.get_translations().count() == 1


def test_a_page_that_went_back_to_mirroring_its_source_stays_an_alias(subject, version, publish):
    Page.objects.filter(pk=version("kk").pk).update(alias_of=subject)
    publish(subject, intro="Второй шаг")
    assert version("kk").alias_of_id == subject.pk
    assert version("kk").intro == version("en").intro == "Второй шаг"


def test_a_language_that_fails_is_reported_and_holds_nothing_up(subject, version, publish, say, caplog):
    publish(subject, seo_title="Коротко")
    say(subject, "seo_title", "ұ" * 300)  # the page has room for 255
    publish(subject, intro="Второй шаг")
    assert version("ru").intro == version("en").intro == "Второй шаг"
    assert version("kk").intro == "Первый шаг"
    assert "could not be brought up to date" in caplog.text


def test_a_subject_published_again_comes_back_with_its_new_words(subject, version, publish):
    subject.unpublish()
    assert not version("kk").live
    publish(subject, intro="Второй шаг")
    assert version("kk").live
    assert version("kk").intro == "Второй шаг"


def test_publishing_a_translation_changes_no_other_page(subject, version, publish):
    publish(version("kk"), intro="Бірінші қадам")
    assert version("ru").intro == version("en").intro == "Первый шаг"


def test_a_new_source_changes_no_words(subject, version, publish, capsys):
    publish(subject, intro="Второй шаг")
    call_command("set_source_language", str(subject.pk), "kk")
    assert is_source(version("kk"))
    publish(version("kk"), intro="Екінші қадам")
    assert version("ru").title == "Лидерство"
    assert version("ru").intro == "Екінші қадам"
    assert version("en").title == "Лидерство"


def test_a_new_source_leads_the_order(subject, homes, version, titles, again):
    call_command("set_source_language", str(homes["ru"].translation_key), "kk", verbosity=0)
    assert is_source(again(homes["kk"]))


@pytest.mark.parametrize("page", ["0", "not-a-key"])
def test_only_a_page_that_exists_becomes_a_source(page):
    with pytest.raises(CommandError, match="There is no page"):
        call_command("set_source_language", page, "kk")
