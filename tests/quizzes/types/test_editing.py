"""What a teacher finds in the editor before anything is written, whatever the question type."""

import pytest

from quizzes import registry


def empty_fields(block):
    """Return the names and values of everything that a new block holds, lists opened."""
    state = block.get_form_state(block.get_default())
    for name, value in state.items():
        child = block.child_blocks[name]
        if hasattr(child, "child_block"):
            for member in value:
                yield from member["value"].items()
                assert set(member["value"]) == set(child.child_block.child_blocks), name
        else:
            yield name, value


@pytest.mark.parametrize("kind", [kind.name for kind in registry.all_types()])
def test_a_new_question_has_every_field_and_no_words_in_it(kind):
    fields = list(empty_fields(registry.get(kind).block()))
    words = [value for name, value in fields if name in ("stem", "text", "feedback", "spellings", "value")]
    assert words
    assert not any(words)


@pytest.mark.parametrize(("kind", "options"), [("single_choice", 2), ("multiple_choice", 3)])
def test_a_new_choice_starts_with_a_few_options(kind, options):
    block = registry.get(kind).block()
    members = block.get_default()["options"].bound_blocks
    assert len({member.id for member in members}) == options


def test_a_question_written_in_one_editor_does_not_show_up_in_the_next():
    block = registry.get("multiple_choice").block()
    block.get_default()["options"][0]["text"] = "Мышь"
    assert not block.get_default()["options"][0]["text"]
