"""The rules that a reader lays down for the questions of a lesson and of a test."""

from wagtail import hooks

from . import own_data
from .readers import reader_of


@hooks.register("lifelong_may_hand_in")
def children_show_their_work_instead(request):
    """Say no for whoever reads as a child: files, and photos above all, are not asked of children."""
    return reader_of(request) != "child"


@hooks.register("lifelong_own_data")
def tell_learners_which_lessons_they_read(person):
    return own_data.parts(person)
