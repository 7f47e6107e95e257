"""A teacher sees how far each learner of the course has come."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from courses.enrolling import enrol, leave
from courses.models import Enrolment
from lessons.activities.doing import visit
from lessons.completion import complete
from lessons.models import LessonRecord
from people.accounts import create_learner
from quizzes.models import Attempt
from tests import factories
from tests.courses.walking import join, soup, take_test
from tests.quizzes.builders import Reading


@pytest.fixture
def desk(seat, teacher, quiz):
    """The teacher's browser; the course has two lessons and a test."""
    return seat(teacher)


def sheet(response):
    """Return {learner's name: the words of their cells}."""
    rows = soup(response).select(".progress-sheet tbody tr")
    return {name_in(row): [" ".join(cell.get_text(" ").split()) for cell in row.select("td")] for row in rows}


def name_in(row):
    return next(row.th.stripped_strings)


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def see(learner, lesson, days):
    """Let a learner have been at a lesson so many days ago."""
    visit(learner, lesson.translation_key)
    LessonRecord.objects.by(learner).update(last_seen_at=days_ago(days))


def test_every_step_has_a_state_in_words_and_a_test_its_best_result(
    desk, seat, report, learner, course, lesson, second_lesson, quiz
):
    browser = seat(learner)
    join(browser, course)
    complete(learner, lesson.translation_key, LessonRecord.Why.READ)
    visit(learner, second_lesson.translation_key)
    take_test(browser, quiz)
    take_test(browser, quiz, well=False)
    last_here, done, *cells = sheet(desk.get(report))["Айгерім"]
    assert last_here == f"{timezone.localdate():%d.%m.%Y}"
    assert done == "2 из 3"
    assert cells == ["✓ Завершено", "◐ В процессе", "✓ Завершено 100 %"]


def test_somebody_who_has_only_joined_is_there_with_nothing_begun(desk, report, learner, course):
    enrol(learner, course.translation_key)
    assert sheet(desk.get(report))["Айгерім"] == ["Ещё нет", "0 из 3", *["○ Не начато"] * 3]


def test_a_test_that_was_not_passed_shows_its_result(desk, seat, report, learner, course, quiz):
    browser = seat(learner)
    join(browser, course)
    take_test(browser, quiz, well=False)
    assert sheet(desk.get(report))["Айгерім"][-1] == "◐ В процессе 0 %"


def test_not_enough_does_not_look_like_enough(desk, seat, report, learner, course, quiz):
    browser = seat(learner)
    join(browser, course)
    take_test(browser, quiz)
    Attempt.objects.update(total=Decimal("79.6"), maximum=100)
    assert sheet(desk.get(report))["Айгерім"][-1] == "◐ В процессе 79,6 %"
    assert desk.get(f"{report}?export=csv").content.decode().rstrip().endswith(";В процессе;79,6")


def test_steps_are_numbered_below_their_modules(desk, report, learner, course):
    enrol(learner, course.translation_key)
    modules, steps = soup(desk.get(report)).select(".progress-sheet thead tr")
    assert [" ".join(head.get_text().split()) for head in modules.select("[scope=colgroup]")] == [
        "1. Первые шаги",
        "2. Проверка",
    ]
    assert [" ".join(head.get_text().split()) for head in steps.select("[scope=col]")] == [
        "1.1 Части",
        "1.2 Экран",
        "2.1 Тест",
    ]


def test_the_table_says_to_a_screen_reader_what_it_is(desk, report, learner, course):
    enrol(learner, course.translation_key)
    table = soup(desk.get(report)).select_one(".progress-sheet table")
    assert "Компьютер без страха" in table.caption.get_text()
    assert table.select_one("tbody th")["scope"] == "row"
    assert table.select_one("thead th")["aria-sort"] == "ascending"


def test_a_login_stands_below_the_name(desk, report, learner, course):
    enrol(learner, course.translation_key)
    assert soup(desk.get(report)).select_one(".progress-login").get_text() == "aigerim"


def test_progress_made_in_kazakh_counts(desk, seat, report, learner, course, lesson, quiz, whole_course_in):
    whole_course_in("kk")
    kazakh = type(quiz).objects.get(translation_key=quiz.translation_key, locale__language_code="kk")
    browser = seat(learner)
    join(browser, course)
    take_test(browser, kazakh)
    assert sheet(desk.get(report))["Айгерім"][-1] == "✓ Завершено 100 %"


def test_names_are_sorted_as_kazakhs_sort_them(desk, report, course):
    for login, name in (("a", "Ярослав"), ("b", "Ұлан"), ("c", "Әсел"), ("d", "Бекзат"), ("e", "Анар")):
        enrol(create_learner(login, None, call_name=name), course.translation_key)
    names = ["Анар", "Әсел", "Бекзат", "Ұлан", "Ярослав"]
    assert list(sheet(desk.get(report))) == names
    assert list(sheet(desk.get(f"{report}?ordering=-name"))) == names[::-1]


def test_whoever_has_been_away_longest_can_come_first(desk, report, course, lesson, crowd):
    _never, long_ago, yesterday = crowd(3)
    see(long_ago, lesson, 20)
    see(yesterday, lesson, 1)
    assert list(sheet(desk.get(f"{report}?ordering=last_seen"))) == ["Оқушы 000", "Оқушы 001", "Оқушы 002"]
    assert next(iter(sheet(desk.get(f"{report}?ordering=-last_seen")))) == "Оқушы 002"


def test_the_filter_finds_who_has_not_been_here_for_two_weeks(desk, report, course, lesson, crowd):
    fresh, _never, long_ago, yesterday = crowd(4)
    Enrolment.objects.exclude(learner=fresh).update(enrolled_at=days_ago(40))
    see(long_ago, lesson, 15)
    see(yesterday, lesson, 13)
    assert list(sheet(desk.get(f"{report}?away=14"))) == ["Оқушы 001", "Оқушы 002"]
    assert list(sheet(desk.get(f"{report}?away=30"))) == ["Оқушы 001"]


def test_those_who_left_are_shown_on_request_only(desk, report, learner, course, crowd):
    crowd(1)
    enrol(learner, course.translation_key)
    leave(learner, course.translation_key)
    assert "Айгерім" not in sheet(desk.get(report))
    page = desk.get(f"{report}?left=yes")
    assert list(sheet(page)) == ["Айгерім", "Оқушы 000"]
    assert soup(page).select_one(".progress-left").get_text().startswith("Вне курса с")


def test_whoever_came_back_is_there_once_and_has_not_left(desk, report, learner, course):
    for _ in range(2):
        enrol(learner, course.translation_key)
        leave(learner, course.translation_key)
    enrol(learner, course.translation_key)
    page = desk.get(f"{report}?left=yes")
    assert list(sheet(page)) == ["Айгерім"]
    assert not soup(page).select(".progress-left")


def test_a_learner_is_found_by_part_of_the_name_or_login(desk, report, learner, course, crowd):
    crowd(2)
    enrol(learner, course.translation_key)
    assert list(sheet(desk.get(f"{report}?q=АЙГЕР"))) == ["Айгерім"]
    assert list(sheet(desk.get(f"{report}?q=learner-001"))) == ["Оқушы 001"]


def test_fifty_learners_stand_on_a_page(desk, report, crowd):
    crowd(51)
    assert len(sheet(desk.get(report))) == 50
    page = desk.get(f"{report}?p=2")
    assert list(sheet(page)) == ["Оқушы 050"]
    assert "51 учащийся" in soup(page).select_one(".pagination").get_text()


def test_three_hundred_learners_and_many_lessons_cost_the_queries_of_three(
    desk, report, module, lesson, crowd
):
    costs = []
    for number in (3, 297):
        for person in crowd(number, prefix=f"of-{number}"):
            complete(person, lesson.translation_key, LessonRecord.Why.READ)
        desk.get(report)
        for query in ("", "?export=csv"):
            with Reading(connection) as reading:
                assert desk.get(f"{report}{query}").status_code == 200
            costs.append(len(reading.statements))
        module.refresh_from_db()
        for _ in range(10):
            factories.LessonPageFactory(parent=module)
    assert costs[:2] == costs[2:]


def test_an_empty_course_says_so(desk, report):
    assert "На этот курс ещё никто не записан." in soup(desk.get(report)).get_text()


def test_a_filter_that_fits_nobody_says_so(desk, report, crowd):
    crowd(1)
    assert "Никто не подходит" in soup(desk.get(f"{report}?q=zzz")).get_text()


def test_a_nonsense_address_shows_everybody(desk, report, crowd):
    crowd(1)
    page = desk.get(f"{report}?ordering=login;drop&away=x&left=x&p=x")
    assert list(sheet(page)) == ["Оқушы 000"]


def test_a_course_that_is_a_draft_again_still_has_its_learners(desk, report, learner, course):
    enrol(learner, course.translation_key)
    course.unpublish()
    assert sheet(desk.get(report))["Айгерім"] == ["Ещё нет", "0 из 0"]


def test_the_results_alone_are_a_fragment(desk, report, crowd):
    crowd(1)
    page = desk.get(f"{report}results/")
    assert list(sheet(page)) == ["Оқушы 000"]
    assert not soup(page).html
