"""The rules that a course lays down for its lessons and quizzes."""

from wagtail import hooks

from . import guarding, placing


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
