"""The rules that a reader lays down for the questions of a lesson and of a test."""

from wagtail import hooks

from . import erasing, merging, own_data
from .readers import reader_of


@hooks.register("lifelong_may_hand_in")
def children_show_their_work_instead(request):
    """Say no for whoever reads as a child: files, and photos above all, are not asked of children."""
    return reader_of(request) != "child"


@hooks.register("lifelong_own_data")
def tell_learners_which_lessons_they_read(person):
    return own_data.parts(person)


@hooks.register("lifelong_erasing")
def tell_what_erasing_does_to_lessons(person):
    return erasing.what_goes_and_stays(person)


@hooks.register("lifelong_before_merging")
def bring_lessons_of_one_person_together(gone, kept):
    merging.bring_together(gone, kept)


@hooks.register("lifelong_before_erasing")
def let_nobody_have_the_lessons(person, nobody):
    erasing.hand_over(person, nobody)
