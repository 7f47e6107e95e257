"""How many people there are of each kind. Small numbers are hidden: in a village, two are soon known by name."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Cohort, LearnerProfile, Membership

FEWEST = 5  # people whom a number may speak of
UNKNOWN = ""
AGES = (13, 18, 30, 45, 60)  # the first year of each band but the youngest


@dataclass(frozen=True)
class Tally:
    """`rows` are (words, number); the number is None where it is hidden."""

    title: str
    rows: list


def tallies() -> list[Tally]:
    """Count everybody who is in a class, each once. Runs one query."""
    present = Membership.objects.present().filter(cohort__in=Cohort.objects.running()).values("learner")
    fields = ("sex", "birth_year", "status", "disability")
    people = list(LearnerProfile.objects.filter(learner__in=present).values(*fields))
    year = timezone.localdate().year
    ages = Counter(age_band(person["birth_year"], year) for person in people)
    found = [Tally(_("Age"), shown(ages, [(band, words_of(band)) for band in bands()]))]
    for name in ("sex", "status", "disability"):
        field = LearnerProfile._meta.get_field(name)
        counts = Counter(said(person[name]) for person in people)
        kinds = [(key, words) for key, words in field.choices if key != "unsaid"]
        found.append(Tally(field.verbose_name, shown(counts, [*kinds, (UNKNOWN, _("Not said"))])))
    return found


def said(answer):
    return UNKNOWN if answer == "unsaid" else answer


def shown(counts, kinds) -> list:
    """Return (words, number) for each kind, with None for a number that must not be told.

    A single hidden number could be worked out from the total, so the next smallest hides with it.
    """
    hidden = {key for key, _words in kinds if 0 < counts[key] < FEWEST}
    if len(hidden) == 1:
        rest = [key for key, _words in kinds if counts[key] and key not in hidden]
        hidden |= {min(rest, key=counts.__getitem__)} if rest else set()
    return [(words, None if key in hidden else counts[key]) for key, words in kinds]


def age_band(birth_year, year):
    """Return the first age of the band somebody is in this year, 0 for the youngest, "" where it is not known."""
    if birth_year is None:
        return UNKNOWN
    return max((first for first in (0, *AGES) if first <= year - birth_year), default=0)


def bands():
    return [0, *AGES, UNKNOWN]


def words_of(band):
    if band == UNKNOWN:
        return _("Not said")
    if band == AGES[-1]:
        return f"{band}+"
    last = AGES[0] if band == 0 else AGES[AGES.index(band) + 1]
    return _("up to %(last)d") % {"last": last - 1} if band == 0 else f"{band}–{last - 1}"
