"""The starter courses in the site: learners open every lesson and answer every question, in three languages."""

from itertools import chain

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation

from courses.enrolling import enrol
from courses.models import CoursePage
from lessons.models import LessonPage
from people.accounts import create_learner
from quizzes.models import Attempt, ItemWording, QuizPage, Response
from quizzes.types.base import MarkedBy
from tests.answers import right_answer, wrong_answer

from .conftest import STARTER_COURSES, run_load
from .words import LANGUAGES, lessons, pages, questions


def place_of(file):
    """Return where a file's page stands below the home page; each module has a check of the same name."""
    return file.relative_to(STARTER_COURSES).with_suffix("").as_posix()


FILES = pages(STARTER_COURSES)
LESSONS = [place_of(file) for file in lessons(STARTER_COURSES)]
CHECKS = [place_of(file) for file in FILES if file.stem == "module-check"]

SPELT = ("short_answer", "gaps")  # their right answer is another one in each language

pytestmark = pytest.mark.usefixtures("shown", "db")
each_lesson = pytest.mark.parametrize("slug", LESSONS)
each_check = pytest.mark.parametrize("slug", CHECKS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def page_of(model, slug, language):
    """Return a page by the place of its file, which its source page has for an address."""
    source = model.objects.get(url_path__endswith=f"/{slug}/", locale__language_code="ru")
    return model.objects.get(translation_key=source.translation_key, locale__language_code=language)


@pytest.fixture(scope="module")
def shown(starter_courses, django_db_blocker):
    """What a reader sees of each lesson: {(slug, language): the text as HTML}.

    With it the pictures are there in every size: made once, and not by each test, which would undo them.
    """
    with django_db_blocker.unblock():
        return {
            (slug, language): BeautifulSoup(
                Client().get(page_of(LessonPage, slug, language).url).content, "html.parser"
            ).article
            for slug in LESSONS
            for language in LANGUAGES
        }


@pytest.fixture
def learner(client):
    """Somebody who takes every course."""
    learner = create_learner("aigerim", "tihaya-reka-7")
    for course in CoursePage.objects.filter(locale__language_code="ru"):
        enrol(learner, course.translation_key)
    client.force_login(learner)
    return client


def form_of(items, answer, language):
    posted = {f"version-{item.id}": item.digest for item in items}
    for item in items:
        posted |= answer(item, language)
    return posted


# --- Learners ---


@each_lesson
@each_language
def test_a_reader_sees_a_lesson_without_a_word_in_another_language(shown, slug, language):
    text = shown[slug, language]
    of_the_lab = text.select(".menu-name, .drawn-menu, .file-menu, .drawn-window button")
    foreign = [tag for tag in text.find_all(attrs={"lang": True}) if tag not in of_the_lab]
    assert text.find(class_="callout")
    assert not foreign
    assert "[[" not in text.get_text()


def asked_in(language, items):
    """Return the questions that are asked in one language: what is spelt in each, anything else by turns in one."""
    return [
        item
        for number, item in enumerate(items)
        if item.content["type"] in SPELT or LANGUAGES[number % len(LANGUAGES)] == language
    ]


@each_lesson
@each_language
def test_every_question_of_a_lesson_is_answered_wrongly_and_then_rightly(learner, slug, language):
    page = page_of(LessonPage, slug, language)
    all_items = [item for item in page.get_items() if item.type.marked_by == MarkedBy.RULE]
    assert all_items
    items = asked_in(language, all_items) or all_items[:1]
    for answer, earned, kind in ((wrong_answer, 0, "feedback-wrong"), (right_answer, 1, "feedback-right")):
        for item in items:
            posted = form_of([item], answer, language) | {"do": f"check:{item.id}"}
            assert learner.post(page.url, posted).status_code == 302
        fractions = set(Response.objects.values_list("fraction", flat=True))
        assert fractions == {earned}
        html = BeautifulSoup(learner.get(page.url).content, "html.parser")
        shown = html.find_all(class_=kind)
        assert len(shown) >= len(items)


@each_check
@each_language
def test_a_module_check_is_failed_by_wrong_answers_and_passed_by_right_ones(learner, slug, language):
    page = page_of(QuizPage, slug, language)
    for answer, earned in ((wrong_answer, 0), (right_answer, 1)):
        learner.post(page.url, {"do": "start"})
        posted = form_of(page.get_items(), answer, language) | {"do": "finish"}
        assert learner.post(page.url, posted).status_code == 302
        attempt = Attempt.objects.latest("started_at")
        assert attempt.total == earned * attempt.maximum
        assert attempt.is_passed == bool(earned)


@each_lesson
def test_pictures_are_described_in_every_language(shown, slug):
    russian, kazakh, english = (
        [image["alt"] for image in shown[slug, language].find_all("img")] for language in LANGUAGES
    )
    assert len(russian) == len(kazakh) == len(english) > 0
    for words in zip(russian, kazakh, english, strict=True):
        assert all(words)
        assert len(set(words)) == 3


# --- Structure ---


def test_a_newcomer_sees_what_was_loaded(starter_courses):
    assert [line.partition(" ")[0] for line in starter_courses.splitlines()][
        len(FILES) - 1
    ] == f"{len(FILES)}/{len(FILES)}"


@each_language
def test_four_subjects_stand_in_their_order(language):
    index = Page.objects.get(slug="courses", locale__language_code=language)
    slugs = ["leadership", "project-management", "computer-literacy", "parenting"]
    assert [page.slug for page in index.get_children().live()] == slugs


def test_the_tree_is_equal_in_every_language():
    def tree(page):
        return [(child.translation_key, child.live, tree(child)) for child in page.get_children()]

    russian, *others = (
        tree(Page.objects.get(slug__startswith="home", depth=2, locale__language_code=language))
        for language in LANGUAGES
    )
    assert all(other == russian for other in others)


@pytest.mark.parametrize(
    ("model", "slug"), [(LessonPage, slug) for slug in LESSONS] + [(QuizPage, slug) for slug in CHECKS]
)
def test_blocks_and_options_are_known_by_the_same_ids_in_every_language(model, slug):
    def ids(value):
        if isinstance(value, dict):
            return [value.get("id"), *chain.from_iterable(ids(part) for part in value.values())]
        return list(chain.from_iterable(map(ids, value))) if isinstance(value, list) else []

    russian, *others = (ids(page_of(model, slug, code).body.get_prep_value()) for code in LANGUAGES)
    assert len(russian) > 20
    assert all(other == russian for other in others)


def test_nothing_is_left_untranslated():
    for translation in Translation.objects.all():
        total, translated = translation.get_progress()
        assert total == translated


def test_learners_are_asked_in_all_three_languages():
    languages = ItemWording.objects.values_list("item__item_id", "language").distinct()
    assert len(languages) == 2 * sum(len(questions(file)) for file in FILES)


# --- Loading again ---


def test_loading_again_changes_nothing_and_takes_no_teacher_for_an_author_who_only_opened_and_saved(
    admin_user,
):
    """All lessons, and then one load: it takes a while."""
    for slug in LESSONS:
        open_and_save(page_of(LessonPage, slug, "ru"), admin_user)
    said = run_load(STARTER_COURSES)
    assert f"0 created, 0 updated, {len(FILES)} unchanged, 0 kept" in said, said


def open_and_save(lesson, admin_user):
    editor = lesson.get_edit_handler().get_form_class()
    form = editor(as_sent(lesson), instance=lesson, for_user=admin_user)
    assert form.is_valid(), (lesson, form.errors.as_data()["body"][0].as_json_data())
    form.save(commit=False).save_revision().publish()
    assert "data-block-key" in str(lesson.get_latest_revision().content["body"])


def as_sent(lesson):
    """Return what the editor sends for a lesson that was opened and not touched."""
    blocks = [(block.block_type, field_of(block.value)) for block in lesson.body]
    comments = inline_formset([])
    form = nested_form_data(
        {"title": lesson.title, "slug": lesson.slug, "body": streamfield(blocks), "comments": comments}
    )
    for number, block in enumerate(lesson.body):
        form[f"body-{number}-id"] = block.id
        form |= {f"body-{number}-value-{place}-id": member for place, member in members_of(block.value)}
    return form


def field_of(value):
    """Return a block's value as the editor sends it."""
    if isinstance(value, RichText):
        return rich_text(value.source)
    if hasattr(value, "contextual_alt_text"):
        return {"image": value.pk, "alt_text": value.contextual_alt_text}
    if hasattr(value, "list_block"):
        return streamfield([("item", field_of(member)) for member in value])
    if isinstance(value, dict):
        return {
            name: field_of(part) for name, part in value.items() if part is not None and part is not False
        }
    return value


def members_of(value):
    """Yield where the id of each option or answer is sent, and the id."""
    for name, part in value.items() if isinstance(value, dict) else []:
        if hasattr(part, "list_block"):
            yield from ((f"{name}-{number}", member.id) for number, member in enumerate(part.bound_blocks))
