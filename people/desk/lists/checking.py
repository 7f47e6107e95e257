"""What is wrong with the lines of a list, each in words for whoever holds the paper."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.desk.forms import valid_login
from people.models import Cohort, Membership, name_of

from .reading import is_a_name

LONGEST = {"name": 80, "full_name": 120, "login": 60}


@dataclass
class Line:
    """One person of the list: where it stands, what is to be made of it, and what stands in the way."""

    number: int
    name: str
    full_name: str = ""
    login: str = ""
    group: str = ""
    cohort: Cohort | None = None
    errors: list = field(default_factory=list)

    @property
    def key(self):
        return self.cohort and self.cohort.pk, self.name.casefold()


def checked(rows, cohorts, usual) -> list[Line]:
    """Return a `Line` for each row. `cohorts` are those that may be filled; `usual` is for lines that name none.

    Runs a query for the names that are there already, and one for each login that is asked for.
    """
    lines = [_line(number, cells, cohorts, usual) for number, cells in rows]
    there = _names_in({line.cohort for line in lines if line.cohort})
    names = Counter(line.key for line in lines)
    logins = Counter(line.login.casefold() for line in lines if line.login)
    for line in lines:
        if line.cohort and (names[line.key] > 1 or line.key in there):
            line.errors.append(_("There is somebody of this name in the class. Add a letter of the surname."))
        if logins[line.login.casefold()] > 1:
            line.errors.append(_("This login stands in the list twice."))
    return lines


def _line(number, cells, cohorts, usual):
    known = {name: cells.get(name, "") for name in ("name", "full_name", "login", "group")}
    line = Line(number, **known)
    line.cohort = _cohort(line, cohorts, usual)
    line.errors += list(_complaints(line, cells["rest"]))
    return line


def _cohort(line, cohorts, usual):
    if not line.group:
        return usual
    found = [cohort for cohort in cohorts if cohort.name.casefold() == line.group.casefold()]
    return found[0] if len(found) == 1 else None


def _complaints(line, rest):
    if not line.name:
        yield _("Write a name.")
    elif not all(is_a_name(text) for text in (line.name, line.full_name) if text):
        yield _("A name begins with a letter and has no hidden signs.")
    if any(len(getattr(line, name)) > most for name, most in LONGEST.items()):
        yield _("This name is too long. Write a shorter one.")
    if line.cohort is None:
        yield _("You look after no class of this name, or after two.") if line.group else _("Which class?")
    if rest:
        yield _("There are too many cells in this line.")
    if line.login:
        try:
            valid_login(line.login)
        except ValidationError as error:
            yield from error.messages


def _names_in(cohorts):
    """Return the keys of those who are in the classes now. Runs one query."""
    members = (
        Membership.objects.present().filter(cohort__in=cohorts).select_related("learner__learner_profile")
    )
    return {(member.cohort_id, name_of(member.learner).casefold()) for member in members}
