"""What staff call learners."""

from wagtail import hooks


def names_of(learners):
    """Return {learner's pk: name}, as the Wagtail hook `lifelong_names_of` tells it or the user model knows it.

    A function under the hook gets a list of learners and returns such a dict of those it can name.
    """
    people = list(learners)
    names = {person.pk: _own_name(person) for person in people}
    for tell in hooks.get_hooks("lifelong_names_of"):
        names |= tell(people)
    return names


def name_of(learner):
    return names_of([learner])[learner.pk]


def _own_name(person):
    return getattr(person, "get_full_name", str)() or person.get_username()
