"""A double click, or twenty: the same form sent twenty times at once does what it says once."""

from threading import Barrier, Thread

import pytest

from . import books
from .learners import Try, finishing
from .visitor import Visitor, save_of

TIMES = 20


class Clicker:
    """A learner whose mouse does everything twenty times."""

    def __init__(self, server, who):
        self.server, self.who = server, who

    def post(self, path, form, is_script=False):
        """Post a form once and return the status."""
        visitor = Visitor(self.server.port, self.who["session"])
        try:
            return visitor.post(path, form, is_script)[0]
        finally:
            visitor.close()

    def post_twenty(self, *form):
        """Post the same form twenty times at once and return the statuses."""
        statuses, ready = [], Barrier(TIMES)

        def click():
            ready.wait()
            statuses.append(self.post(*form))

        clicks = [Thread(target=click) for _ in range(TIMES)]
        for one in clicks:
            one.start()
        for one in clicks:
            one.join()
        return statuses

    def count(self, table, where="1"):
        """Return how many rows of a table are this learner's."""
        sql = f"SELECT COUNT(*) FROM {table} WHERE learner_id = ? AND {where}"  # noqa: S608 - our own words
        return books.ask(self.server.var, sql, self.who["id"])[0][0]

    @property
    def attempts(self):
        return [one for one in books.kept_attempts(self.server.var) if one.learner_id == self.who["id"]]

    @property
    def answers(self):
        """Every answer that is kept of this learner, those that count and earlier ones."""
        return [edit for one in self.attempts for edits in one.answers.values() for edit in edits]


@pytest.fixture(scope="module")
def queue(school):
    return iter(school["learners"])


@pytest.fixture
def learner(server, queue):
    """Somebody in the course who has done nothing yet."""
    return Clicker(server, next(queue))


@pytest.fixture
def newcomer(server, school):
    return Clicker(server, school["newcomer"])


@pytest.mark.parametrize("key", ["the-very-same", ""], ids=["by script", "by form"])
def test_an_answer_saved_twenty_times_at_once_is_there_once(school, learner, key):
    lesson = school["lesson"]
    form = save_of(lesson["items"][1], "мышь", key=key, tab=key, sequence=1)
    assert learner.post_twenty(lesson["url"], form, True) == [200] * TIMES
    assert len(learner.attempts) == len(learner.answers) == 1


def test_a_changed_answer_saved_twenty_times_at_once_leaves_one_earlier_answer(school, learner):
    lesson = school["lesson"]
    item = lesson["items"][1]
    assert learner.post(lesson["url"], save_of(item, "мышь", key="1", tab="t", sequence=1), True) == 200
    form = save_of(item, "клавиатура", key="2", tab="t", sequence=2)
    assert learner.post_twenty(lesson["url"], form, True) == [200] * TIMES
    assert [key for key, _answer in learner.answers] == ["1", "2"]


def test_a_test_started_twenty_times_at_once_is_one_attempt(school, learner):
    assert learner.post_twenty(school["quiz"]["url"], {"do": "start"}) == [302] * TIMES
    assert len(learner.attempts) == 1


def test_a_test_finished_twenty_times_at_once_has_one_result(school, learner):
    quiz = school["quiz"]
    choice = quiz["items"][0]
    key = next(option for option, is_key in choice["options"].items() if is_key)
    learner.post(quiz["url"], {"do": "start"})
    form = finishing(Try(quiz)) | {f"item-{choice['id']}": key}
    assert learner.post_twenty(quiz["url"], form) == [302] * TIMES
    assert [attempt.total for attempt in learner.attempts] == [1]
    assert len(learner.answers) == 1


def test_a_lesson_done_twenty_times_at_once_is_completed_once(school, learner):
    lesson = school["lesson"]
    form = {"do": "done"}
    for item in lesson["items"]:
        answer = next(iter(item["options"]), "мышь")
        form |= {f"version-{item['id']}": item["digest"], f"item-{item['id']}": answer}
    assert learner.post_twenty(lesson["url"], form) == [302] * TIMES
    assert learner.count("lifelong_lessons_lessonrecord", "completed_at IS NOT NULL") == 1
    assert learner.count("lifelong_lessons_lessonrecord") == 1
    assert len(learner.answers) == len(lesson["items"])


def test_a_course_joined_twenty_times_at_once_is_one_enrolment(school, newcomer):
    assert newcomer.post_twenty(school["course"]["url"], {"do": "enrol"}) == [302] * TIMES
    assert newcomer.count("lifelong_courses_enrolment") == 1
