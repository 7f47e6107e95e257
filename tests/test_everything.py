"""What is walked past with axe, the camera and the printer is everything there is."""

import pytest
from wagtail_factories import ImageFactory

from lessons.models import LessonPage
from quizzes import registry
from tests.shots import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ImageFactory()
    return [one["type"] for one in everything.blocks() + everything.exercises() + everything.questions()]


def test_every_block_exercise_and_question_of_a_lesson_is_looked_at(shown):
    known = set(LessonPage._meta.get_field("body").stream_block.child_blocks) - {"unknown_block"}
    assert known - set(shown) == set()


def test_every_question_of_a_test_is_looked_at(shown):
    assert {kind.name for kind in registry.all_types()} <= set(shown)
