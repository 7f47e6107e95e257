"""Making the accounts of a list, all of them or none."""

from django.db import transaction

from people import signs
from people.desk import giving
from people.desk.forms import free_login
from people.models import Membership


def make_all(lines, *, kind, language, by) -> list:
    """Make an account for each line; return [(membership, what was given)] in the order of the list.

    Raises IntegrityError, and makes none, when somebody else takes one of the logins meanwhile. The secrets are made
    before anything is written, for each takes half a second and the others want to save their answers.
    """
    made = [giving.make(kind) for _line in lines]
    with transaction.atomic():
        animals = dict(zip(map(id, lines), _dealt(lines), strict=True))
        told = {
            id(line): _welcome(line, secret, language, animals[id(line)], by)
            for line, secret in _logins_first(lines, made)
        }
    return [told[id(line)] for line in lines]


def _logins_first(lines, made):
    """What was asked for is given before logins are made up, or a made-up one could stand in its way."""
    return sorted(zip(lines, made, strict=True), key=lambda pair: not pair[0].login)


def _dealt(lines):
    """Yield an animal for each line that nobody in its class has, while they last. Runs one query."""
    taken = {line.cohort.pk: set() for line in lines}
    there = Membership.objects.present().filter(cohort__in=taken)
    for cohort, sign in there.values_list("cohort", "learner__learner_profile__sign"):
        taken[cohort].add(sign)
    for line in lines:
        animal = signs.deal(taken[line.cohort.pk])
        taken[line.cohort.pk].add(animal)
        yield animal


def _welcome(line, secret, language, sign, by):
    login = line.login or free_login(line.name)
    who = {"login": login, "call_name": line.name, "full_name": line.full_name, "language": language}
    return giving.welcome_with(line.cohort, secret, **who, sign=sign, by=by)
