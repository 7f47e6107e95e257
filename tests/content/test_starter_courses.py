"""The starter courses themselves: whole, equal in three languages, in plain words."""

import re
from itertools import chain

import pytest
import yaml
from bs4 import BeautifulSoup
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation

from lessons.models import LessonPage
from quizzes.models import ItemWording, QuizPage
from quizzes.types.short_answer.marking import matches

from .conftest import STARTER_COURSES, run_load

LANGUAGES = ("ru", "kk", "en")
MEAN = {"ru": 12, "kk": 10, "en": 14}
LONGEST = {"ru": 18, "kk": 15, "en": 20}
KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
FILES = sorted(STARTER_COURSES.rglob("*.yaml"))
LESSON = next(STARTER_COURSES.rglob("parts-and-switching-on.yaml"))
CHECK = LESSON.parent / "module-check.yaml"

in_site = pytest.mark.usefixtures("starter_courses", "db")


def read(file):
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def texts(value, language):
    """Yield every text of a file in one language."""
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        words = value[language]
        yield words if isinstance(words, str) else "\n".join(words)
    elif isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        yield from chain.from_iterable(texts(part, language) for part in parts)


def prose(lesson, language):
    """Return what a learner reads in a lesson beside its questions."""
    kinds = {"heading", "paragraph", "picture", "callout"}
    blocks = [{name: part for name, part in block.items() if name != "image"} for block in lesson["body"]]
    return list(texts([block for block in blocks if block["type"] in kinds], language))


def sentence_lengths(words):
    """Return the number of words of each sentence; the members of a list are sentences of their own."""
    lines = [
        re.sub(r"^\d+\. ", "", line) for line in "\n\n".join(words).replace("**", "").split("\n") if line
    ]
    sentences = chain.from_iterable(re.split(r"(?<=[.!?:])\s+", line) for line in lines)
    return [len(re.findall(r"\w[\w’-]*", sentence)) for sentence in sentences]


def questions(file):
    return [block for block in read(file).get("body") or [] if "stem" in block]


# --- The files ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_takes_ten_minutes_to_read(language):
    assert 250 <= sum(sentence_lengths(prose(read(LESSON), language))) <= 350


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name + "/" + file.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(file, language):
    lengths = sentence_lengths(list(texts(read(file), language)))
    assert sum(lengths) / len(lengths) <= MEAN[language]
    assert max(lengths) <= LONGEST[language]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name + "/" + file.stem)
def test_each_language_is_written_in_its_own_letters(file):
    page = read(file)
    quoted = re.compile("[«“].*?[»”]")  # a Kazakh word may be quoted in a question about letters
    for text in texts([{**page, "body": _without_spellings(page)}], "ru"):
        assert not KAZAKH & set(quoted.sub("", text)), text
    for language in LANGUAGES:
        for word in re.findall(r"\w+", " ".join(texts(page, language))):
            assert not (re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word)), word
    assert KAZAKH & set(" ".join(texts(page, "kk")))


def _without_spellings(page):
    """Return the body without accepted spellings, which may hold what somebody types by mistake."""
    body = page.get("body") or []
    return [
        {**block, "answers": [{**answer, "spellings": None} for answer in block.get("answers", [])]}
        for block in body
    ]


@pytest.mark.parametrize("question", questions(LESSON) + questions(CHECK), ids=lambda q: q["id"])
def test_every_answer_gets_a_reason(question):
    answers = question.get("options") or question["answers"]
    feedback = [answer["feedback"]["ru"] for answer in answers]
    assert len(set(feedback)) == len(answers)
    assert question["explanation"]
    assert "options" in question or question["feedback_wrong"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_learner_types_meets_the_answer_it_was_written_for(language):
    typed_ones = [question for question in questions(LESSON) + questions(CHECK) if "answers" in question]
    for question in typed_ones:
        for answer in question["answers"]:
            for spelling in answer["spellings"][language]:
                assert _met(question, spelling, language) is answer, spelling


def _met(question, typed, language):
    """Return the first answer of a question that what was typed matches."""
    how = {"language": language, "strict_spelling": question.get("strict_spelling", False)}
    return next(
        answer
        for answer in question["answers"]
        if any(matches(typed, spelling, **how) for spelling in answer["spellings"][language])
    )


def test_a_lesson_asks_in_both_ways_and_the_check_asks_five_questions():
    assert {question["type"] for question in questions(LESSON)} == {"single_choice", "short_answer"}
    assert len(questions(CHECK)) == 5


def test_a_lesson_goes_from_why_to_remember():
    kinds = [block["type"] for block in read(LESSON)["body"]]
    assert kinds[0] == "heading"
    assert kinds[-1] == "callout"
    assert kinds.count("picture") == 1


def test_pictures_are_small_enough_for_slow_lines():
    pictures = [file for file in STARTER_COURSES.rglob("pictures/*") if file.suffix != ".svg"]
    assert pictures
    assert all(file.stat().st_size < 60_000 and file.with_suffix(".svg").exists() for file in pictures)


# --- The site ---


@in_site
def test_a_newcomer_sees_what_was_loaded(starter_courses):
    assert f"Pages: {len(FILES)} created, 0 updated, 0 unchanged, 0 kept." in starter_courses


@in_site
def test_four_subjects_stand_in_their_order_in_every_language():
    for language in LANGUAGES:
        index = Page.objects.get(slug="courses", locale__language_code=language)
        slugs = ["leadership", "project-management", "computer-literacy", "parenting"]
        assert [page.slug for page in index.get_children().live()] == slugs


@in_site
def test_the_tree_is_equal_in_every_language():
    def tree(page):
        return [(child.translation_key, child.live, tree(child)) for child in page.get_children()]

    russian, *others = (
        tree(Page.objects.get(slug__startswith="home", depth=2, locale__language_code=language))
        for language in LANGUAGES
    )
    assert all(other == russian for other in others)


@in_site
@pytest.mark.parametrize("model", [LessonPage, QuizPage])
def test_blocks_and_options_are_known_by_the_same_ids_in_every_language(model):
    def ids(value):
        if isinstance(value, dict):
            return [value.get("id"), *chain.from_iterable(ids(part) for part in value.values())]
        return list(chain.from_iterable(map(ids, value))) if isinstance(value, list) else []

    russian, *others = (
        ids(model.objects.get(locale__language_code=code).body.get_prep_value()) for code in LANGUAGES
    )
    assert len(russian) > 20
    assert all(other == russian for other in others)


@in_site
def test_nothing_is_left_untranslated():
    for translation in Translation.objects.all():
        total, translated = translation.get_progress()
        assert total == translated


@in_site
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_sees_the_lesson_without_a_word_in_another_language(client, language):
    html = BeautifulSoup(
        client.get(LessonPage.objects.get(locale__language_code=language).url).content, "html.parser"
    )
    assert html.article.find(class_="callout")
    assert not html.article.find(attrs={"lang": True})
    assert not html.article.find(
        class_="notice", string=re.compile("не переведен|аударылмаған|not translated")
    )


@in_site
def test_learners_are_asked_in_all_three_languages():
    languages = ItemWording.objects.values_list("item__item_id", "language").distinct()
    assert len(languages) == 2 * (len(questions(LESSON)) + 5)


@in_site
def test_the_picture_is_described_in_every_language():
    described = set()
    for lesson in LessonPage.objects.all():
        picture = next(block.value["image"] for block in lesson.body if block.block_type == "picture")
        described.add(picture.contextual_alt_text)
    assert len(described) == 3


@in_site
def test_loading_the_starter_courses_again_changes_nothing():
    assert f"0 created, 0 updated, {len(FILES)} unchanged, 0 kept" in run_load(STARTER_COURSES)


@in_site
def test_a_teacher_who_only_opens_and_saves_a_lesson_has_changed_nothing(admin_user):
    lesson = LessonPage.objects.get(locale__language_code="ru")
    editor = lesson.get_edit_handler().get_form_class()
    form = editor(as_sent(lesson), instance=lesson, for_user=admin_user)
    assert form.is_valid(), form.errors.as_data()["body"][0].as_json_data()
    form.save(commit=False).save_revision().publish()
    assert "data-block-key" in str(lesson.get_latest_revision().content["body"])
    assert f"{len(FILES)} unchanged" in run_load(STARTER_COURSES)


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
