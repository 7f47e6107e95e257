"""The activities this site knows.

A site adds one by defining an `ActivityBlock` and calling `register` in a module named `lesson_activities`
of any installed app; no migration follows (see `quizzes.fields`).
"""

from django.utils.module_loading import autodiscover_modules

_activities = {}


def register(name):
    """Return a decorator that makes a subclass of `ActivityBlock` known. The name is stored with every lesson."""

    def keep(block):
        _activities[name] = block
        return block

    return keep


def all_activities():
    """Return {name: block class} in the order of registration."""
    return dict(_activities)


def autodiscover():
    """Import `lesson_activities` of every installed app. Safe to call twice."""
    autodiscover_modules("lesson_activities")
