"""A teacher's blocks survive whatever happens to the software around them."""

import json

from lessons.models import LessonPage
from quizzes import registry
from quizzes.streams import UNKNOWN, KeepingStreamAdapter
from quizzes.types.single_choice import SingleChoice

from .builders import new_id, single_choice


def test_a_block_whose_type_is_gone_is_kept_and_comes_back(lesson, publish):
    kept = {"type": "crossword", "id": new_id(), "value": {"words": ["ай", "күн"]}}
    lesson.body = json.dumps([*lesson.body.raw_data, kept])
    lesson = publish(lesson)
    lesson = publish(lesson)  # plain Wagtail loses it at the second save
    stored = LessonPage._meta.get_field("body").get_prep_value(lesson.body)
    assert stored[-1] == kept
    assert "crossword" not in str(lesson.body)


def test_a_question_whose_type_is_gone_keeps_its_data(lesson, publish, monkeypatch):
    before = list(lesson.body.raw_data)
    field = LessonPage._meta.get_field("body")
    monkeypatch.delitem(registry._types, "single_choice")
    monkeypatch.delitem(field.__dict__, "stream_block")
    publish(LessonPage.objects.get(pk=lesson.pk))
    monkeypatch.undo()
    again = LessonPage.objects.get(pk=lesson.pk)
    assert list(again.body.raw_data) == before
    assert isinstance(registry.get("single_choice"), SingleChoice)


def test_a_copied_question_gets_an_id_of_its_own(lesson):
    question = single_choice()
    block = LessonPage._meta.get_field("body").stream_block
    cleaned = block.clean(block.to_python([question, question]))
    assert cleaned[0].id != cleaned[1].id


def test_doubled_options_get_ids_of_their_own():
    block = registry.get("single_choice").block()
    question = single_choice()["value"]
    question["options"][1]["id"] = question["options"][0]["id"]
    options = block.clean(block.to_python(question))["options"].bound_blocks
    assert options[0].id != options[1].id


def test_the_editor_offers_no_block_whose_type_is_not_installed():
    """The script takes it out of the list; it must be loaded where the list is."""
    block = LessonPage._meta.get_field("body").stream_block
    adapter = KeepingStreamAdapter()
    assert adapter.js_constructor == "quizzes.KeepingStreamBlock"
    assert "quizzes/js/admin/keeping-stream.js" in str(adapter.media)
    assert UNKNOWN in block.child_blocks
