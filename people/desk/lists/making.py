"""Making the accounts of a list, all of them or none."""

from django.db import transaction

from people.desk import giving
from people.desk.forms import free_login


def make_all(lines, *, kind, language, by) -> list:
    """Make an account for each line; return [(membership, what was given)] in the order of the list.

    Raises IntegrityError, and makes none, when somebody else takes one of the logins meanwhile. The secrets are made
    before anything is written, for each takes half a second and the others want to save their answers.
    """
    made = [giving.make(kind) for _line in lines]
    with transaction.atomic():
        told = {id(line): _welcome(line, secret, language, by) for line, secret in _logins_first(lines, made)}
    return [told[id(line)] for line in lines]


def _logins_first(lines, made):
    """What was asked for is given before logins are made up, or a made-up one could stand in its way."""
    return sorted(zip(lines, made, strict=True), key=lambda pair: not pair[0].login)


def _welcome(line, secret, language, by):
    login = line.login or free_login(line.name)
    who = {"login": login, "call_name": line.name, "full_name": line.full_name, "language": language}
    return giving.welcome_with(line.cohort, secret, **who, by=by)
