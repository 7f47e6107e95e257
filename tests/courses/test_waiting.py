"""A test with an open text in a course: it waits for the teacher, and the learner goes on meanwhile."""

import json
from decimal import Decimal

import pytest

from courses.continuing import next_step
from courses.models import Enrolment
from courses.progress import State, progress_in
from quizzes.judging import Verdict, answers_to_improve, judge
from quizzes.models import Submission
from tests.factories import QuizPageFactory
from tests.quizzes.types.builders import open_text


@pytest.fixture
def essay(module):
    return QuizPageFactory(parent=module, title="Эссе", slug="esse", body=json.dumps([open_text()]))


def progress_of(learner, course):
    return progress_in(course.get_outline().steps, learner)


@pytest.fixture
def handed_in(client, learner, course, essay):
    Enrolment.objects.get_or_create(learner=learner, course_key=course.translation_key)
    client.force_login(learner)
    client.post(essay.get_url(), {"do": "start"})
    item = essay.get_items()[0]
    client.post(essay.get_url(), {"do": "finish", item.field_name: "Я помогаю соседям."})
    return Submission.objects.get()


def test_what_waits_for_the_teacher_holds_nobody_up(handed_in, learner, course, essay):
    progress = progress_of(learner, course)
    assert progress.state(str(essay.translation_key)) == State.WAITING
    step = next_step(course.get_outline(), progress)
    assert step is None or step.key != str(essay.translation_key)


def test_a_waiting_test_says_so_in_the_course(handed_in, client, course):
    assert "Ждёт проверки" in client.get(course.get_url()).content.decode()


def test_an_answer_given_back_is_the_learner_s_to_do(handed_in, learner, course, essay, django_user_model):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), django_user_model.objects.create_user("t"))
    assert progress_of(learner, course).state(str(essay.translation_key)) == State.IN_PROGRESS


def test_my_learning_names_the_test_where_an_answer_is_to_be_improved(
    handed_in, client, essay, django_user_model
):
    words = "Преподаватель просит доработать ответ"
    assert words not in client.get("/ru/my-learning/").content.decode()
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), django_user_model.objects.create_user("t"))
    html = client.get("/ru/my-learning/").content.decode()
    assert words in html
    item = essay.get_items()[0]
    assert f'<a href="{essay.get_url()}#item-{item.id}" >Эссе</a>' in html
    client.post(essay.get_url(), {"do": f"improve:{item.id}", item.field_name: "Я помогаю бабушке."})
    assert words not in client.get("/ru/my-learning/").content.decode()


def test_an_attempt_that_was_followed_by_another_is_not_improved_any_more(
    handed_in, client, learner, essay, django_user_model
):
    judge(handed_in.pk, 0, Verdict(None, "Добавьте пример"), django_user_model.objects.create_user("t"))
    assert list(answers_to_improve(learner)) == [str(essay.translation_key)]
    client.post(essay.get_url(), {"do": "start"})
    assert answers_to_improve(learner) == {}


def test_the_mark_completes_the_test_and_perhaps_the_course(
    handed_in, learner, course, essay, django_user_model, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        judge(handed_in.pk, 0, Verdict(Decimal(1)), django_user_model.objects.create_user("t"))
    assert progress_of(learner, course).state(str(essay.translation_key)) == State.COMPLETED
