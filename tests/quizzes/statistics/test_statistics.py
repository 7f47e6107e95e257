"""What a teacher reads of a test's questions: how hard, what each option drew, and what that may mean."""

import csv
import json
from decimal import Decimal
from io import StringIO

import pytest
from django.db import connection
from django.utils import timezone

from people.accounts import create_learner
from quizzes.models import Attempt, QuizPage, Response
from quizzes.statistics.gathering import sittings_of
from tests.quizzes.builders import Reading, distractor_of, key_of, short_answer, single_choice
from tests.quizzes.screens import is_absent, is_refused, words


@pytest.fixture
def quiz(front, publish):
    body = [single_choice(right="Мышь", wrong="Стол"), short_answer()]
    page = QuizPage(title="Тест", slug="test", locale=front.locale, body=json.dumps(body))
    return publish(front.add_child(instance=page))


@pytest.fixture
def taken(quiz):
    """Return a function by which somebody has taken the test: what they chose and typed, None for nothing."""
    choice, typed = quiz.get_items()
    keys = {"Мышь": key_of(choice), "Стол": distractor_of(choice)}

    def taken(login, chose="Мышь", typing="клавиатура", again=False):
        learner = again or create_learner(login, None, call_name=login.title())
        given = []
        if chose:
            given.append((choice, {"option": keys[chose]}, Decimal(chose == "Мышь")))
        if typing:
            given.append((typed, {"text": typing}, Decimal(typing == "клавиатура")))
        attempt = Attempt.objects.create(
            learner=learner,
            page_key=quiz.translation_key,
            version=quiz.get_published_version(),
            mode="test",
            finished_at=timezone.now(),
            total=sum(fraction for *_, fraction in given),
            maximum=2,
        )
        for item, answer, fraction in given:
            Response.objects.create(
                attempt=attempt,
                item_id=item.id,
                item_version_id=item.pk,
                answer=answer,
                fraction=fraction,
                language="ru",
                edited_at=attempt.finished_at,
            )
        return learner

    return taken


@pytest.fixture
def teacher(client, staff, quiz):
    client.force_login(staff("сауле", quiz))
    client.cookies["django_language"] = "ru"
    return client


def address(page):
    return f"/admin/question-statistics/{page.pk}/"


def shown(client, quiz, query=""):
    return client.get(address(quiz) + query).context["questions"]


def many(taken, count, name="у", **what):
    for number in range(count):
        taken(f"{name}{number}", **what)


def test_a_teacher_reads_how_many_have_it_right_and_what_each_option_drew(quiz, taken, teacher):
    many(taken, 6, "а", chose="Стол", typing="")
    many(taken, 3, "б")
    taken("в", chose=None, typing="мышка")
    choice, typed = shown(teacher, quiz)
    assert choice["figures"].facility == 30
    assert (choice["figures"].asked, choice["figures"].answered) == (10, 9)
    drawn = {
        one.text: (one.is_right, one.count, one.share, one.mean_result) for one in choice["figures"].drawn
    }
    assert drawn == {"Стол": (False, 6, 60, 0), "Мышь": (True, 3, 30, 100)}
    drawn = {one.text: (one.is_right, one.count) for one in typed["figures"].drawn}
    assert drawn == {"клавиатура": (True, 3), "мышка": (False, 1)}


def test_below_twenty_answers_nothing_is_advised(quiz, taken, teacher):
    many(taken, 19, chose="Стол")
    assert "Ответов пока мало, чтобы судить: 19 из 20." in words(teacher.get(address(quiz)))
    taken("двадцатый", chose="Стол")
    assert "«Стол» выбрали 100 %: верен ли верный ответ?" in words(teacher.get(address(quiz)))


def advice(client, quiz, number=0):
    return " ".join(shown(client, quiz)[number]["advice"])


def test_a_wrong_option_that_the_better_ones_choose_is_named(quiz, taken, teacher):
    many(taken, 8, "а", chose="Стол")
    many(taken, 14, "б", chose="Мышь", typing="не знаю")
    assert "ошибается чаще" in advice(teacher, quiz)
    assert "верен ли верный ответ" not in advice(teacher, quiz)


def test_what_nearly_everybody_knows_and_an_option_that_nobody_takes_are_named(quiz, taken, teacher):
    many(taken, 20)
    assert "Почти все отвечают верно" in advice(teacher, quiz)
    assert "Никто не выбрал: «Стол»" in advice(teacher, quiz)


def test_what_hardly_anybody_knows_is_named(quiz, taken, teacher):
    many(taken, 20, typing="экран")
    assert "Почти никто не отвечает верно" in advice(teacher, quiz, 1)


def test_a_sound_question_is_left_in_peace(quiz, taken, teacher):
    many(taken, 15, "а")
    many(taken, 7, "б", chose="Стол", typing="")
    assert advice(teacher, quiz) == ""


def test_figures_that_are_not_available_say_so_and_are_never_nought(quiz, taken, teacher):
    taken("один")
    html = words(teacher.get(address(quiz)))
    assert html.count("нет данных") >= 8
    assert ">0,0 %" not in html


def test_by_default_the_attempts_of_the_grade_count_and_all_of_them_when_asked(quiz, taken, teacher):
    learner = taken("асель", chose="Стол", typing="")
    taken("", again=learner)
    assert shown(teacher, quiz)[0]["figures"].facility == 100
    assert shown(teacher, quiz, "?attempts=all")[0]["figures"].facility == 50


def test_a_test_that_waits_for_a_mark_or_was_abandoned_does_not_count(quiz, taken):
    taken("а")
    for login in ("б", "в"):
        taken(login)
        Attempt.objects.filter(learner__username=login).update(total=None)
    Attempt.objects.filter(learner__username="в").update(ending=Attempt.Ending.ABANDONED)
    assert len(sittings_of(quiz.translation_key)) == 1


@pytest.mark.parametrize("counting", ["first", "last"])
def test_no_other_attempt_stands_in_for_the_one_that_makes_the_grade(quiz, taken, publish, counting):
    page = QuizPage.objects.get(pk=quiz.pk)
    page.grading = counting
    publish(page)
    learner = taken("асель")
    taken("", again=learner)
    waiting = Attempt.objects.order_by("finished_at")
    waiting = waiting.first() if counting == "first" else waiting.last()
    Attempt.objects.filter(pk=waiting.pk).update(total=None)
    assert sittings_of(quiz.translation_key) == []
    assert len(sittings_of(quiz.translation_key, every=True)) == 1


def test_a_question_added_later_is_judged_by_those_who_were_asked_it(quiz, taken, teacher, publish):
    many(taken, 3)
    page = QuizPage.objects.get(pk=quiz.pk)
    page.body = json.dumps([*list(page.body.raw_data), single_choice(stem="Новый вопрос")])
    publish(page)
    *old, new = shown(teacher, quiz)
    assert [one["figures"].asked for one in old] == [3, 3]
    assert new["figures"].asked == 0
    assert new["figures"].facility is None
    assert "Этот вопрос ещё никому не задан." in words(teacher.get(address(quiz)))


def test_points_that_were_changed_since_do_not_change_how_many_have_it_right(quiz, taken, teacher, publish):
    many(taken, 3)
    taken("соня", chose="Стол")
    page = QuizPage.objects.get(pk=quiz.pk)
    raw = json.loads(json.dumps(list(page.body.raw_data)))
    raw[0]["value"]["points"] = "0.5"
    page.body = json.dumps(raw)
    publish(page)
    taken("тимур")
    choice, _typed = shown(teacher, quiz)
    assert choice["figures"].asked == 5
    assert choice["figures"].facility == 80
    maximums = {sitting.maximum for sitting in sittings_of(quiz.translation_key)}
    assert maximums == {Decimal("1.5")}


def test_what_was_typed_is_right_by_its_key_whatever_it_earned(quiz, taken, teacher):
    """A hint takes from the mark of a right answer, and full marks for everybody go to wrong ones, too."""
    taken("асель")
    taken("болат", typing="мышь")
    Response.objects.filter(answer={"text": "клавиатура"}).update(fraction=Decimal("0.66666667"))
    Response.objects.filter(answer={"text": "мышь"}).update(fraction=1)
    _choice, typed = shown(teacher, quiz)
    assert {one.text: one.is_right for one in typed["figures"].drawn} == {"клавиатура": True, "мышь": False}


def test_the_file_has_every_figure_and_no_formula(quiz, taken, teacher):
    taken("а", typing="=HYPERLINK(1)")
    taken("б", chose="Стол")
    response = teacher.get(address(quiz) + "?export=csv")
    assert "attachment" in response["Content-Disposition"]
    rows = list(csv.reader(StringIO(response.content.decode().removeprefix("\ufeff")), delimiter=";"))
    assert rows[1][:5] == ["1", "Как выключить компьютер?", "2", "2", "50,00"]
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_another_teacher_is_refused_and_a_page_without_tests_has_none(
    quiz, taken, client, staff, front, publish, lesson
):
    other = publish(front.add_child(instance=QuizPage(title="Другой", slug="other", locale=front.locale)))
    client.force_login(staff("чужой", other, may="publish_page"))
    taken("а")
    assert is_refused(client.get(address(quiz)))
    assert is_absent(client.get(address(lesson)))


def test_the_page_offers_it_to_its_teacher(quiz, taken, teacher):
    edit = f"/admin/pages/{quiz.pk}/edit/"
    assert address(quiz) not in teacher.get(edit).content.decode()
    taken("а")
    assert f'href="{address(quiz)}"' in teacher.get(edit).content.decode()


def test_it_costs_the_same_for_two_tests_and_for_thirty(quiz, taken, teacher):
    counts = []
    for count, name in ((2, "а"), (28, "б")):
        many(taken, count, name)
        teacher.get(address(quiz))
        with Reading(connection) as reading:
            teacher.get(address(quiz))
        counts.append(len(reading.statements))
    assert counts[0] == counts[1]
