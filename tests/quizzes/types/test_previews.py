"""What the block chooser tells a teacher about each type of question before they take one."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

from lessons.models import LessonPage
from quizzes import registry
from quizzes.blocks import QuestionBlock
from quizzes.examples import show_example
from quizzes.models import QuizPage

KINDS = [kind.name for kind in registry.all_types()]
ADDRESS = "/admin/block-preview/"


def offered(page_type, kind):
    """The block as the editor of such a page offers it."""
    return page_type._meta.get_field("body").stream_block.child_blocks[kind]


def asked(kind):
    """The example of a type as it is asked, without an editor around it."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    block = offered(QuizPage, kind)
    context = show_example(block, block.get_preview_value(), request)
    return BeautifulSoup(render_to_string("quizzes/question.html", context, request), "html.parser")


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_could_be_published_as_it_is(kind):
    block = registry.get(kind).block()
    example = block.get_preview_value()
    for name, field in block.child_blocks.items():
        if name != "picture":  # it comes with the app, where a teacher chooses one of the site's
            field.clean(example[name])
    assert not any(block.find_errors(example).values())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_the_block_chooser_asks_an_example_in_the_teachers_language(kind, admin_client):
    block = offered(QuizPage, kind)
    assert block.is_previewable
    assert block.meta.description
    html = BeautifulSoup(admin_client.get(ADDRESS, {"id": block.definition_prefix}).content, "html.parser")
    assert any("quizzes/css/questions" in link["href"] for link in html.find_all("link", rel="stylesheet"))
    question = html.select_one("fieldset.question")
    assert any(letter in question.legend.get_text() for letter in "абвгд")
    assert not html.select("form, button, [disabled]")
    assert question.select("input:not([type=hidden]), select, textarea")
    assert not html.find(attrs={"lang": ["en", "kk"]})
    assert not question.find(string=lambda words: "Correct" in words)


@pytest.mark.django_db
def test_the_example_of_a_picture_has_one_though_the_site_has_none(admin_client):
    block = offered(LessonPage, "hotspot")
    html = BeautifulSoup(admin_client.get(ADDRESS, {"id": block.definition_prefix}).content, "html.parser")
    picture = html.select_one("input[type=image]")
    assert "quizzes/examples/desktop" in picture["src"]
    assert (picture["width"], picture["height"]) == ("560", "350")


def test_a_type_without_an_example_shows_no_empty_question():
    class Plain(QuestionBlock):
        pass

    assert not Plain().is_previewable


def test_a_type_may_write_its_example_down_as_it_stands():
    class YesNo(QuestionBlock):
        class Meta:
            preview_value = {"stem": "The sun is a star."}

    assert YesNo().get_preview_value()["stem"] == "The sun is a star."


@pytest.mark.parametrize(("kind", "place"), [("matching", "p.on-paper"), ("gaps", ".gap .on-paper")])
def test_what_is_chosen_from_a_list_can_be_chosen_with_a_pencil(kind, place):
    html = asked(kind)
    choices = {option.get_text() for option in html.select("select option") if option["value"]}
    on_paper = html.select_one(place).get_text()
    assert len(choices) > 1
    assert [words for words in choices if words not in on_paper] == []


def test_on_paper_a_place_is_marked_in_the_picture_itself():
    html = asked("hotspot")
    assert "on-screen" in html.select_one("select")["class"]
    assert html.select_one("p.on-paper").get_text() == "Поставьте крестик на нужном месте рисунка."


def test_no_space_stands_between_a_gap_and_its_comma():
    assert asked("gaps").select_one(".gap").next_sibling == ", а летом "
