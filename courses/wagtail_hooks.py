"""The rules that a course lays down for its lessons and quizzes, and what it adds to the admin."""

from django.urls import include, path
from wagtail import hooks

from . import erasing, guarding, merging, own_data, placing
from .facts.menu import DueMenuItem
from .reports.menu import ProgressMenuItem, buttons_for


@hooks.register("before_serve_page")
def guard_lessons_and_quizzes(page, request, args, kwargs):
    return guarding.guard(page, request)


@hooks.register("lifelong_may_answer")
def only_those_enrolled_answer(page, request):
    return guarding.may_answer(page, request)


@hooks.register("lifelong_place")
def say_where_in_the_course(page):
    return placing.place_of(page)


@hooks.register("lifelong_after_lesson")
def go_on_in_the_course(page, request):
    return placing.url_after(page, request)


@hooks.register("register_admin_urls")
def register_reports():
    return [
        path("progress/", include("courses.reports.urls")),
        path("to-check-again/", include("courses.facts.urls")),
    ]


@hooks.register("register_reports_menu_item")
def list_the_report():
    return ProgressMenuItem()


@hooks.register("register_reports_menu_item")
def list_what_is_to_be_checked_again():
    return DueMenuItem()


@hooks.register("register_page_header_buttons")
def offer_the_report_of_a_course(page, user, view_name, next_url=None):
    return buttons_for(page, user)


@hooks.register("lifelong_own_data")
def tell_learners_which_courses_they_take(person):
    return own_data.parts(person)


@hooks.register("lifelong_erasing")
def tell_what_erasing_does_to_enrolments(person):
    return erasing.what_goes_and_stays(person)


@hooks.register("lifelong_before_merging")
def bring_places_of_one_person_together(gone, kept):
    merging.bring_together(gone, kept)


@hooks.register("lifelong_before_erasing")
def let_nobody_have_the_enrolments(person, nobody):
    erasing.hand_over(person, nobody)
