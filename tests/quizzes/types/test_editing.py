"""What a teacher finds in the editor before anything is written, whatever the question type."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from quizzes import registry
from quizzes.models import QuizPage
from quizzes.rules import NAMES
from tests.quizzes.builders import single_choice

from .builders import members


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


def as_sent(question):
    """Return a raw question as the editor sends it, its empty fields with it."""
    return (question["type"], _sent(registry.get(question["type"]).block(), question["value"]))


def _sent(block, value):
    fields = {}
    for name, child in block.child_blocks.items():
        if hasattr(child, "child_block"):
            own = [("item", _sent(child.child_block, one["value"])) for one in value.get(name, [])]
            fields[name] = streamfield(own)
        elif hasattr(child, "child_blocks"):
            fields[name] = dict.fromkeys(child.child_blocks, "")
        elif value.get(name) is not False:  # a box that is not ticked is not sent
            fields[name] = value.get(name) or ""
    return fields


def letters(count):
    """Raw options, the first of them right."""
    return members(*({"text": f"Буква {number}", "is_key": not number} for number in range(count)))


@pytest.mark.parametrize(("count", "options"), [(40, 5), (1, 60)], ids=["forty questions", "sixty options"])
def test_a_long_test_is_saved_whole(quiz, admin_client, count, options):
    questions = [single_choice(f"Вопрос {number}", options=letters(options)) for number in range(count)]
    body, comments = streamfield(list(map(as_sent, questions))), inline_formset([])
    rules = {name: getattr(quiz, name) for name in NAMES}
    rules = {name: value for name, value in rules.items() if value is not None and value is not False}
    about = {"title": quiz.title, "slug": quiz.slug, "intro": "", "seo_title": "", "search_description": ""}
    form = nested_form_data({**about, **rules, "body": body, "draws": streamfield([]), "comments": comments})
    response = admin_client.post(f"/admin/pages/{quiz.pk}/edit/", form)
    assert response.status_code == 302, len(form)
    saved = QuizPage.objects.get(pk=quiz.pk).get_latest_revision_as_object()
    assert [len(child.value["options"]) for child in saved.body] == [options] * count
