"""Whatever can be put into a lesson, a site's own as well, says in the block chooser what it is for and what it looks like,
and every word of it goes to the translators and comes back.

That it is looked at and printed: `tests/test_everything.py` and `tests/browser/test_print.py`.
"""

import re

import pytest
from wagtail_factories import ImageFactory
from wagtail_localize.models import TranslationSource

from lessons.models import LessonPage
from tests.quizzes.builders import translate
from tests.shots import everything

OFFERED = [
    kind for kind in LessonPage._meta.get_field("body").stream_block.child_blocks if kind != "unknown_block"
]
# What its words are stands in a list that the whole site shares.
WITHOUT_WORDS = {"help_lines"}
IN_KAZAKH = " қазақша"


@pytest.mark.parametrize("kind", OFFERED)
def test_a_teacher_reads_what_a_block_is_for_and_sees_an_example(kind):
    block = LessonPage._meta.get_field("body").stream_block.child_blocks[kind]
    assert block.meta.description
    assert block.meta.icon != "placeholder"
    assert block.is_previewable


@pytest.fixture
def lesson_of_everything(write, settings, tmp_path):
    """A lesson with every block, exercise and question, written in Russian."""
    settings.MEDIA_ROOT = tmp_path
    ImageFactory()
    return write(*everything.blocks(), *everything.exercises(), *everything.questions())


def test_every_word_of_every_block_is_offered_to_a_translator(lesson_of_everything):
    offered = offered_words(lesson_of_everything)
    blocks = lesson_of_everything.body.raw_data
    assert {block["type"] for block in blocks} == set(OFFERED)
    assert {block["type"] for block in blocks if not offered[block["id"]]} == WITHOUT_WORDS
    forgotten = {
        (block["type"], text)
        for block in blocks
        for text in texts_in(block["value"])
        if without_tags(text) not in [without_tags(word) for word in offered[block["id"]]]
    }
    assert forgotten == set()


def test_every_word_of_every_block_comes_back_in_the_learners_language(lesson_of_everything, kazakh, read):
    offered = offered_words(lesson_of_everything)
    said = {word: word + IN_KAZAKH for words in offered.values() for word in words}
    other = translate(lesson_of_everything, kazakh, said)
    left = {
        (block["type"], text)
        for block in other.body.raw_data
        for text in texts_in(block["value"])
        if not without_tags(text).endswith(IN_KAZAKH)
    }
    assert left == set()
    words_read = read("/kk/urok/").article.get_text(" ")
    unread = {
        block["type"]
        for block in other.body.raw_data
        if not any(last_cell(said[word]) in words_read for word in offered[block["id"]])
    }
    assert unread == WITHOUT_WORDS


def offered_words(page):
    """Return {id of a block: what a translator is asked to translate in it}."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    words = {block["id"]: [] for block in page.body.raw_data}
    for segment in source.stringsegment_set.select_related("string", "context"):
        field, _, path = segment.context.path.partition(".")
        if field == "body":
            words[path.partition(".")[0]].append(segment.string.as_value().render_text())
    return words


def texts_in(raw):
    """Yield whatever a teacher wrote in Russian, in raw data of a block."""
    if isinstance(raw, str):
        yield from [raw] if re.search("[А-Яа-я]", raw) else []
    for part in raw.values() if isinstance(raw, dict) else raw if not isinstance(raw, (str, int)) else []:
        yield from texts_in(part or "")


def without_tags(text):
    return re.sub("<[^>]+>", "", text)


def last_cell(text):
    return text.rpartition(" | ")[2]
