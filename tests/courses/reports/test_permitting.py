"""Whose learners a person of the staff sees."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission

from courses.enrolling import enrol
from tests.courses.cast import staff
from tests.courses.walking import soup

COURSES = "/admin/progress/"


@pytest.fixture
def taught(learner, course, quiz):
    enrol(learner, course.translation_key)
    return course


def listed(browser):
    """Return {title of a course: (learners, completed)}."""
    rows = soup(browser.get(COURSES)).select("table.listing tbody tr")
    cells = [[cell.get_text(strip=True) for cell in row.select("td")] for row in rows]
    return {title: tuple(numbers) for title, *numbers in cells}


def addresses(report):
    return [report, f"{report}results/", f"{report}?export=csv"]


def test_a_teacher_sees_the_courses_they_work_on_and_how_many_take_them(seat, teacher, taught, other_course):
    assert listed(seat(teacher)) == {"Компьютер без страха": ("1", "0")}


def test_a_coordinator_sees_every_course(seat, front, taught, other_course):
    assert list(listed(seat(staff("coordinator", front)))) == ["Компьютер без страха", "Лидерство"]


def test_an_administrator_sees_every_course(seat, django_user_model, taught, other_course, report):
    browser = seat(django_user_model.objects.create_superuser("admin"))
    assert len(listed(browser)) == 2
    assert browser.get(report).status_code == 200


def test_the_teacher_of_the_kazakh_pages_sees_the_learners_of_the_course(
    seat, taught, whole_course_in, other_course, report
):
    browser = seat(staff("kazakh", whole_course_in("kk")))
    assert listed(browser) == {"Компьютер без страха kk": ("1", "0")}
    assert "Айгерім" in soup(browser.get(report)).get_text()


def test_the_teacher_of_another_course_is_refused(seat, taught, other_course, report):
    browser = seat(staff("neighbour", other_course))
    for address in addresses(report):
        response = browser.get(address)
        assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert list(listed(browser)) == ["Лидерство"]


def test_a_teacher_whose_permission_ended_is_refused(seat, teacher, taught, report):
    browser = seat(teacher)
    assert browser.get(report).status_code == 200
    GroupPagePermission.objects.filter(group__in=teacher.groups.all()).delete()
    assert browser.get(report)["Location"] == "/admin/"


def test_a_learner_and_a_stranger_are_sent_to_the_door(seat, learner, stranger, taught, report):
    for browser in (seat(learner), stranger):
        for address in [COURSES, *addresses(report)]:
            assert browser.get(address)["Location"].startswith("/ru/sign-in/")


def test_a_course_that_does_not_exist_is_refused_as_one_of_others(seat, teacher, taught, learner):
    nothing = reverse("lifelong_reports:progress", args=["00000000-0000-0000-0000-000000000000"])
    assert seat(teacher).get(nothing)["Location"] == "/admin/"


def test_the_way_to_the_report_stands_in_the_menu_and_on_the_page_of_the_course(
    seat, teacher, taught, report, lesson
):
    browser = seat(teacher)
    assert COURSES in browser.get("/admin/").content.decode()
    assert report in browser.get(f"/admin/pages/{taught.pk}/").content.decode()
    assert (
        COURSES[1:] + str(lesson.translation_key)
        not in browser.get(f"/admin/pages/{lesson.pk}/edit/").content.decode()
    )


def test_somebody_without_a_course_has_no_report_in_the_menu(seat, teacher, taught):
    GroupPagePermission.objects.all().delete()
    assert "progress-of-learners" not in seat(teacher).get("/admin/").content.decode()
