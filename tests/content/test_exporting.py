"""Somebody corrects the courses in the site; `manage.py content export` brings it back into the files."""

import io
import json
import shutil

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import translation
from wagtail_localize.models import StringTranslation, Translation

from courses.checking_content import find
from courses.models import CourseIndexPage
from lessons.models import LessonPage
from tests.content.conftest import run_load

from .test_checking import DAY, LESSON, module

__all__ = ["module"]

pytestmark = [pytest.mark.usefixtures("loaded"), pytest.mark.django_db]


@pytest.fixture(scope="module")
def loaded(stage, module):
    """The first module is in the site."""
    return run_load(module)


@pytest.fixture
def files(module, tmp_path):
    """The files that were loaded."""
    return shutil.copytree(module, tmp_path / "content")


@pytest.fixture
def lesson(files):
    return LessonPage.objects.get(slug="mouse-and-touchpad", locale__language_code="ru")


def run_export(folder, *options):
    out = io.StringIO()
    with translation.override("en"):
        try:
            call_command("content", "export", str(folder), *options, stdout=out)
        except CommandError as error:
            out.write(str(error))
    return out.getvalue()


def all_text(folder):
    return {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.yaml"))}


def changed_lines(before, after):
    """Return [(old line, new line)] of all files; the number of lines must be the same."""
    pairs = []
    for file, text in before.items():
        old, new = text.splitlines(), after[file].splitlines()
        pairs += [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    return pairs


def block(page, kind, number=0):
    return [child for child in page.body if child.block_type == kind][number]


def retranslate(old, new, language="kk"):
    """A translator corrects a sentence and publishes."""
    for sentence in StringTranslation.objects.filter(data=old, locale__language_code=language):
        sentence.data = new
        sentence.save()
        key = sentence.context.object_id
        page = Translation.objects.get(source__object_id=key, target_locale__language_code=language)
        page.save_target(publish=False)
        page.get_target_instance().get_latest_revision().publish()


def test_nothing_is_written_where_nothing_was_changed(files):
    before = all_text(files)
    assert "The files say what the site says." in run_export(files)
    assert all_text(files) == before


def test_words_that_were_corrected_in_the_editor_and_by_a_translator_come_back(files, lesson):
    before = all_text(files)
    remembered = block(lesson, "remember")
    kazakh = lesson.get_translations().get(locale__language_code="kk").specific
    said = block(kazakh, "remember").value["text"]
    remembered.value["text"] = "Наведите указатель на слово, нажмите левую кнопку один раз и отпустите."
    lesson.save_revision().publish()
    retranslate(lesson.title, "Ничего")  # nobody has this sentence
    title = kazakh.title
    retranslate(title, "Тінтуірмен танысыңыз")
    printed = run_export(files)
    assert f"written: {files}/{LESSON}" in printed
    pairs = changed_lines(before, all_text(files))
    assert [new.strip() for _old, new in pairs] == [
        "kk: Тінтуірмен танысыңыз",
        "ru: Наведите указатель на слово, нажмите левую кнопку один раз и отпустите.",
    ]
    assert said in (files / LESSON).read_text(encoding="utf-8")
    assert find(files, today=DAY) == []
    assert "0 created, 0 updated" in run_load(files)
    assert run_export(files).startswith("The files say what the site says.")


def test_the_site_does_not_change_when_what_was_exported_is_loaded(files, lesson):
    block(lesson, "heading").value = 'Мышь в руке: спокойно и "точно"'
    lesson.body[0].value = 'Мышь: «спокойно» — # и "точно"'
    lesson.save_revision().publish()
    run_export(files)
    revision = LessonPage.objects.get(pk=lesson.pk).latest_revision_id
    assert "0 updated" in run_load(files)
    assert LessonPage.objects.get(pk=lesson.pk).latest_revision_id == revision
    assert LessonPage.objects.get(pk=lesson.pk).body[0].value == 'Мышь: «спокойно» — # и "точно"'


def test_rich_text_comes_back_in_the_signs_of_a_file(files, lesson):
    before = all_text(files)
    paragraph = block(lesson, "paragraph")
    paragraph.value = type(paragraph.value)("<p data-block-key='x'>Мышь <b>спокойна</b>. Рука лежит.</p>")
    lesson.save_revision().publish()
    run_export(files)
    text = (files / LESSON).read_text(encoding="utf-8")
    assert "Мышь **спокойна**." in text
    assert text.count("\n  - id: ") == before[files / LESSON].count("\n  - id: ")
    assert "0 updated" in run_load(files)


def test_a_key_and_points_come_back(files, lesson):
    question = block(lesson, "single_choice")
    options = question.value["options"]
    options[0]["is_key"], options[1]["is_key"] = True, False
    question.value["points"] = 2
    lesson.save_revision().publish()
    printed = run_export(files)
    assert f"written: {files}/{LESSON}" in printed
    assert "points: 2" in (files / LESSON).read_text(encoding="utf-8")
    assert "0 updated" in run_load(files)


def test_another_order_comes_back_with_the_comments(files, lesson):
    text = (files / LESSON).read_text(encoding="utf-8")
    first, second, third, *rest = lesson.body.get_prep_value()
    lesson.body = json.dumps([first, third, second, *rest])
    lesson.save_revision().publish()
    run_export(files)
    now = (files / LESSON).read_text(encoding="utf-8")
    assert sorted(now.splitlines()) == sorted(text.splitlines())
    assert now != text
    assert "0 updated" in run_load(files)


def test_a_dry_run_shows_the_difference_and_writes_nothing(files):
    page = CourseIndexPage.objects.get(locale__language_code="ru")
    old = page.intro
    page.intro = "Выберите, чему учиться."
    page.save_revision().publish()
    before = all_text(files)
    printed = run_export(files, "--dry-run")
    assert "+  ru: Выберите, чему учиться." in printed
    assert f"-  ru: {old}" in printed
    assert all_text(files) == before


def test_a_draft_is_no_correction_yet(files, lesson):
    lesson.title = "Черновик"
    lesson.save_revision()
    assert "The files say what the site says." in run_export(files)


def test_what_has_no_form_in_a_file_is_refused_by_file_and_line(files, lesson):
    before = all_text(files)
    paragraph = block(lesson, "paragraph")
    paragraph.value = type(paragraph.value)('<p>Смотрите <a href="https://example.org">тут</a>.</p>')
    del lesson.body[len(lesson.body) - 2]
    lesson.save_revision().publish()
    printed = run_export(files)
    assert f"{files}/{LESSON}, line " in printed
    assert "was taken away in the site; delete it by hand" in printed
    assert "Not all could be written" in printed
    assert all_text(files) == before


def test_a_sentence_that_nobody_has_translated_yet_does_not_overwrite_a_translation(files, lesson):
    kazakh = block(lesson.get_translations().get(locale__language_code="kk").specific, "remember").value[
        "text"
    ]
    block(lesson, "remember").value["text"] = "Совсем другое."
    lesson.save_revision().publish()
    source = Translation.objects.get(
        source__object_id=lesson.translation_key, target_locale__language_code="kk"
    ).source
    source.update_from_db()
    retranslate("Тінтуір", "Тінтуір")
    run_export(files)
    text = (files / LESSON).read_text(encoding="utf-8")
    assert "ru: Совсем другое." in text
    assert kazakh in text
