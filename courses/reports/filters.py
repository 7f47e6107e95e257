"""Which learners of a course a report shows."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from courses.models import Enrolment

from . import roster

AWAY = [("14", _("14 days or longer")), ("30", _("30 days or longer"))]
ORDERS = {"name": roster.by_name, "last_seen": roster.by_last_seen}


class ProgressFilters(WagtailFilterSet):
    """The form in the report's header. What it says is applied to members, not to rows of a table."""

    away = django_filters.ChoiceFilter(label=_("Has not been here for"), choices=AWAY, empty_label=_("All"))
    left = django_filters.ChoiceFilter(
        label=_("Those who left the course"),
        choices=[("yes", _("Show them, too"))],
        empty_label=_("Do not show"),
    )

    class Meta:
        model = Enrolment
        fields = []


def chosen(members, *, away="", words=""):
    """Return the members who have been away for `away` days and whose names hold the words."""
    if away:
        members = [member for member in members if member.is_away_for(int(away))]
    return [member for member in members if member.is_called(words)] if words else members


def ordered(members, ordering, language):
    """Return the members in order: "name", "last_seen", or either with a minus sign for the other way round."""
    members = ORDERS[ordering.removeprefix("-")](members, language)
    return members[::-1] if ordering.startswith("-") else members
