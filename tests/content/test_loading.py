"""Somebody loads course files, corrects them, and loads them again; teachers work in between."""

import pytest
from wagtail.models import Page, Revision, Site
from wagtail_localize.models import StringTranslation, Translation

from courses.models import LoadedContent
from languages.models import SourceLanguage

from .conftest import run_load

QUIZ = """\
type: quiz
title: {ru: Десять, kk: Он, en: Ten}
body:
  - id: number
    type: numerical
    stem: {ru: Сколько будет 5 + 5?, kk: 5 + 5 қанша?, en: What is 5 + 5?}
    answers:
      - {id: right, value: 10}
  - id: word
    type: short_answer
    stem: {ru: Напишите словом., kk: Сөзбен жазыңыз., en: Write it as a word.}
    answers:
      - {id: right, spellings: {ru: [десять], kk: [он], en: [ten]}}
"""

pytestmark = [pytest.mark.usefixtures("small_school"), pytest.mark.django_db]


def everything():
    """Return all that a load may write, as rows."""
    tables = [Page, Revision, StringTranslation, LoadedContent, Translation]
    return [list(table.objects.order_by("pk").values()) for table in tables]


def publish(page, **values):
    """A teacher changes and publishes a page."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def retranslate(words, new):
    """A teacher changes a translated sentence in the translation editor."""
    sentence = StringTranslation.objects.get(data=words)
    sentence.data, sentence.tool_name = new, ""
    sentence.save()


def test_a_new_site_opens_with_the_school_and_not_with_wagtail():
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.title == "Дом"
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert site.root_page.slug == "home"


def test_a_reader_finds_each_page_in_three_languages(courses_in):
    assert [courses_in(language).intro for language in ("ru", "kk", "en")] == [
        "Выберите курс.",
        "Курсты таңдаңыз.",
        "Choose a course.",
    ]
    assert all(courses_in(language).live for language in ("ru", "kk", "en"))


def test_the_site_knows_which_language_a_page_was_written_in(courses_in):
    key = courses_in("kk").translation_key
    assert SourceLanguage.objects.get(translation_key=key).locale.language_code == "ru"


def test_a_translator_sees_that_kazakh_awaits_review():
    intros = StringTranslation.objects.filter(context__path="intro")
    origin = dict(intros.values_list("locale__language_code", "tool_name"))
    assert "awaiting review" in origin["kk"]
    assert "awaiting review" not in origin["en"]


def test_loading_again_changes_nothing(folder):
    before = everything()
    said = run_load(folder)
    assert everything() == before
    assert "0 created, 0 updated, 2 unchanged, 0 kept" in said


def test_a_question_that_says_nothing_of_its_share_is_the_same_when_loaded_again(folder):
    """What a file leaves out must be stored as what a teacher's saving stores, or it looks changed by somebody."""
    tail = "children: [{}]\n"
    for path, kind, child in (
        ("club", "subject", "maths"),
        ("club/maths", "course", "sums"),
        ("club/maths/sums", "module", "ten"),
    ):
        (folder / "courses" / path).mkdir()
        page = f"type: {kind}\ntitle: {{ru: Счёт, kk: Санау, en: Sums}}\n" + tail.format(child)
        (folder / "courses" / path / "page.yaml").write_text(page, encoding="utf-8")
    (folder / "courses/club/maths/sums/ten.yaml").write_text(QUIZ, encoding="utf-8")
    with (folder / "courses" / "page.yaml").open("a", encoding="utf-8") as file:
        file.write(tail.format("club"))
    assert "4 created" in run_load(folder)
    assert "6 unchanged, 0 kept" in run_load(folder)


def test_a_corrected_sentence_reaches_readers(folder, correct, courses_in):
    correct("Курсты таңдаңыз.", "Бір курсты таңдаңыз.")
    said = run_load(folder)
    assert courses_in("kk").intro == "Бір курсты таңдаңыз."
    assert "1 updated" in said


def test_a_corrected_source_sentence_reaches_readers_with_its_translations(folder, correct, courses_in):
    correct("Выберите курс.", "Выберите себе курс.")
    correct("Choose a course.", "Choose your course.")
    said = run_load(folder)
    assert "updated: courses" in said
    assert [courses_in(language).intro for language in ("ru", "kk", "en")] == [
        "Выберите себе курс.",
        "Курсты таңдаңыз.",
        "Choose your course.",
    ]


def test_a_page_that_a_teacher_changed_is_kept_and_named(folder, correct, courses_in):
    publish(courses_in("ru"), intro="Приходите учиться.")
    correct("Выберите курс.", "Выберите себе курс.")
    said = run_load(folder)
    assert courses_in("ru").intro == "Приходите учиться."
    assert "kept the teacher's version of courses; run with --overwrite" in said


def test_a_teachers_draft_is_kept_too(folder, correct, courses_in):
    page = courses_in("ru")
    page.intro = "Черновик"
    page.save_revision()
    correct("Выберите курс.", "Выберите себе курс.")
    assert "kept the teacher's version of courses;" in run_load(folder)
    assert courses_in("ru").get_latest_revision_as_object().intro == "Черновик"


def test_other_sentences_of_a_page_that_a_teacher_changed_are_still_corrected(folder, correct, courses_in):
    publish(courses_in("ru"), intro="Приходите учиться.")
    correct("Курстар", "Барлық курс")
    run_load(folder)
    assert courses_in("kk").title == "Барлық курс"


def test_a_translation_that_a_teacher_changed_is_kept_and_named(folder, correct, courses_in):
    retranslate("Курсты таңдаңыз.", "Өзіңізге курс таңдаңыз.")
    correct("Курсты таңдаңыз.", "Бір курсты таңдаңыз.")
    said = run_load(folder)
    assert StringTranslation.objects.filter(data="Өзіңізге курс таңдаңыз.").exists()
    assert "kept the teacher's version of courses (kk): Өзіңізге курс таңдаңыз." in said


def test_a_teachers_translation_survives_a_corrected_source_sentence(folder, correct, courses_in):
    retranslate("Курсты таңдаңыз.", "Өзіңізге курс таңдаңыз.")
    correct("Выберите курс.", "Выберите себе курс.")
    run_load(folder)
    assert courses_in("kk").intro == "Өзіңізге курс таңдаңыз."


def test_overwriting_puts_the_files_back(folder, courses_in):
    publish(courses_in("ru"), intro="Приходите учиться.")
    retranslate("Курстар", "Сабақтар")
    run_load(folder, "--overwrite")
    assert courses_in("ru").intro == "Выберите курс."
    assert courses_in("kk").title == "Курстар"


def test_a_page_that_a_teacher_deleted_stays_deleted(folder, courses_in):
    courses_in("ru").delete()
    assert "kept the teacher's version of courses;" in run_load(folder)
    assert not Page.objects.filter(slug="courses", locale__language_code="ru").exists()


def test_a_translation_that_a_teacher_deleted_stays_deleted(folder, courses_in):
    courses_in("kk").delete()
    assert "kept the teacher's version of courses (kk)" in run_load(folder)
    assert not Page.objects.filter(slug="courses", locale__language_code="kk").exists()


def test_a_page_that_a_teacher_unpublished_is_corrected_and_stays_unpublished(folder, correct, courses_in):
    courses_in("ru").unpublish()
    correct("Выберите курс.", "Выберите себе курс.")
    run_load(folder)
    assert courses_in("ru").get_latest_revision_as_object().intro == "Выберите себе курс."
    assert not any(courses_in(language).live for language in ("ru", "kk", "en"))


def test_a_new_page_stands_where_the_files_have_it(folder, correct):
    subject = "type: subject\ntitle: {{ru: {0}, kk: {0}, en: {0}}}\n"
    for name in ("first", "last", "middle"):
        (folder / "courses" / f"{name}.yaml").write_text(subject.format(name), encoding="utf-8")
    with (folder / "courses" / "page.yaml").open("a", encoding="utf-8") as file:
        file.write("children: [last]\n")
    for children in ("[first, last]", "[first, middle, last]"):
        hidden = [file for file in (folder / "courses").glob("*.yaml") if file.stem not in children + "page"]
        _load_without(hidden, folder, correct, children)
    for language in ("ru", "kk", "en"):
        parent = Page.objects.get(slug="courses", locale__language_code=language)
        assert [child.slug for child in parent.get_children()] == ["first", "middle", "last"]


def _load_without(hidden, folder, correct, children):
    """Load while the files of some pages are not there yet."""
    text = (folder / "courses" / "page.yaml").read_text(encoding="utf-8")
    correct(text[text.index("children") :], f"children: {children}\n")
    for file in hidden:
        file.rename(file.with_suffix(".later"))
    run_load(folder)
    for file in hidden:
        file.with_suffix(".later").rename(file)


def test_a_load_that_was_cut_off_goes_on_where_it_stopped(folder, courses_in):
    """The power failed after the source page was on disk and before its Kazakh page was."""
    key = str(courses_in("ru").translation_key)
    courses_in("kk").delete()
    LoadedContent.objects.filter(key=f"{key}/kk").update(digest="waiting")
    run_load(folder)
    assert courses_in("kk").live


def test_the_first_load_is_not_repeated_where_nobody_asks_for_it(folder):
    assert "The site has content already." in run_load(folder, "--if-empty")


def test_a_first_load_that_was_cut_off_is_finished_by_the_next_one(folder):
    LoadedContent.objects.get(key="complete").delete()
    assert "2 unchanged" in run_load(folder, "--if-empty")


def test_a_loaded_page_is_found_by_the_search_of_the_admin_in_each_language():
    found = Page.objects.search("Курсы"), Page.objects.search("Курстар"), Page.objects.search("Courses")
    assert all("courses" in [page.slug for page in pages] for pages in found)
