"""The same numbers stand in a text in every language, small ones perhaps as words."""

from collections import Counter

from django.utils.translation import gettext as _

from ..content import UNSEEN, as_words, groups
from ..finding import Finding
from ..number_words import is_spelled
from ..numerals import numbers_in

# A comment at a text that has other numbers in each language, such as letters that are counted.
OTHER_NUMBERS = "# other numbers"


def find_unequal_numbers(content):
    for page in content.pages:
        for group in groups(page.entry, UNSEEN):
            yield from _compared(page, group)


def _compared(page, group):
    first, *others = group
    if page.says(OTHER_NUMBERS, group):
        return
    words = {language: as_words(group[language]) for language in group}
    wanted = numbers_in(words[first])
    for language in others:
        found = numbers_in(words[language])
        if _lacks(wanted, found, words[language], language) or _lacks(found, wanted, words[first], first):
            message = _("the numbers differ: %(first)s has %(wanted)s, here stand %(found)s")
            values = {"first": first, "wanted": _said(wanted), "found": _said(found)}
            yield Finding(page.file, group.line_of(language), message % values, language)


def _lacks(wanted, found, words, language):
    """Say whether a text has one of the wanted numbers neither in figures nor as a word."""
    missing = Counter(wanted) - Counter(found)
    return any(not is_spelled(number, words, language) for number in missing)


def _said(numbers):
    return ", ".join(f"{number:f}" for number in numbers) or "—"
