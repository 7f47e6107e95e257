"""A prepared question gets the same answer as the queryset it was made of."""

from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model

from quizzes.models import Attempt
from quizzes.prepared import Prepared
from quizzes.saving import begin

open_attempts = Prepared(lambda page_key, learner: Attempt.objects.by(learner).on(page_key).open())


@pytest.fixture
def attempt(lesson, learner):
    return begin(learner, lesson.translation_key, Attempt.Mode.PRACTICE, lesson.get_practice_version()())


def test_it_finds_the_row_whole(attempt):
    found = open_attempts(attempt.page_key, attempt.learner_id)
    assert found == [attempt]
    assert {field.name: getattr(found[0], field.attname) for field in Attempt._meta.concrete_fields} == {
        field.name: getattr(attempt, field.attname) for field in Attempt._meta.concrete_fields
    }


def test_it_asks_about_the_values_of_this_call(attempt):
    stranger = get_user_model().objects.create_user("timur")
    assert open_attempts(attempt.page_key, stranger.pk) == []
    assert open_attempts(uuid4(), attempt.learner_id) == []
    assert open_attempts(attempt.page_key, attempt.learner_id) == [attempt]


def test_it_is_compiled_once(attempt):
    compiled = []
    question = Prepared(lambda learner: compiled.append(learner) or Attempt.objects.by(learner))
    assert [question.first(attempt.learner_id) for _ in range(3)] == [attempt] * 3
    assert len(compiled) == 1


def test_equal_values_do_not_get_mixed_up(attempt):
    either = Prepared(lambda learner, mode: Attempt.objects.filter(learner=learner, mode=mode))
    assert either(attempt.learner_id, "practice") == [attempt]
    assert either(attempt.learner_id, "test") == []
