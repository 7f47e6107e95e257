"""Ids that stand twice: answers are kept by them, so two would share their answers."""

from collections import Counter

from django.utils.translation import gettext as _

from .findings import Finding


def doubled_ids(children):
    """Return {number of a child: Finding} for the questions of a page whose id an earlier one has."""
    seen, found = set(), {}
    for number, child in enumerate(children):
        if child.id in seen:
            found[number] = _finding(child.id)
        seen.add(child.id)
    return found


def doubled_members(child):
    """Yield a warning for each list of a question in which an id stands twice."""
    for value in child.value.values():
        members = getattr(value, "bound_blocks", [])
        counted = Counter(member.id for member in members)
        yield from (_finding(one) for one, count in counted.items() if one and count > 1)


def _finding(block_id):
    return Finding(
        _("It has the id of another one, as a copy may. Save the page once more: it gets its own."), block_id
    )
