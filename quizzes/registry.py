"""The question types this site knows.

A site adds one by defining a `QuestionType` and calling `register` in a module
named `question_types` of any installed app; no migration follows, because our
StreamFields keep their blocks to themselves (`quizzes.fields`).
"""

from django.utils.module_loading import autodiscover_modules

_types = {}


def register(question_type):
    """Make an instance of `QuestionType` known under its `name`. Works as a class decorator, too."""
    instance = question_type() if isinstance(question_type, type) else question_type
    _types[instance.name] = instance
    return question_type


def get(name):
    """Return the question type called `name`, or None when it is not registered (any more)."""
    return _types.get(name)


def all_types():
    """Return the question types in the order of their registration."""
    return list(_types.values())


def autodiscover():
    """Import `question_types` of every installed app. Safe to call twice."""
    autodiscover_modules("question_types")
