"""Choosing a course or a quiz in the queue, and how far its answers have come."""

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from ..models.judgements import Submission
from .desk import Standing, places_of


class Narrowing:
    """What somebody chose to see of the queue, as an address says it. Nonsense there narrows nothing."""

    def __init__(self, request):
        self.chosen = request.GET

    @cached_property
    def below(self):
        """The page at or below which answers are looked at, or None."""
        number = self.chosen.get("below", "")
        return Page.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None

    @property
    def standing(self):
        standing = self.chosen.get("standing")
        return Standing(standing) if standing in Standing.values else Standing.WAITING

    @property
    def is_of_waiting(self):
        return self.standing == Standing.WAITING

    def address(self, path, **more):
        """Return the address of a screen of the queue that is narrowed in the same way."""
        below = {"below": self.below.pk} if self.below else {}
        standing = {} if self.is_of_waiting else {"standing": self.standing.value}
        query = urlencode(below | standing | more)
        return f"{path}?{query}" if query else path


class PlaceFilter(django_filters.ModelChoiceFilter):
    """A page, and everything that waits below it; in whatever language it was answered."""

    def filter(self, queryset, page):
        if page is None:
            return queryset
        below = page.get_descendants(inclusive=True)
        return queryset.filter(page_key__in=below.values("translation_key"))


class StandingFilter(django_filters.ChoiceFilter):
    """The choice alone: the queue sees to it itself, for it holds also where the rest of the form is nonsense."""

    def filter(self, queryset, standing):
        return queryset


class MarkingFilterSet(WagtailFilterSet):
    standing = StandingFilter(
        label=_("Which answers"),
        choices=[(one.value, one.label) for one in Standing if one != Standing.WAITING],
        empty_label=Standing.WAITING.label,
        widget=forms.RadioSelect,
    )
    below = PlaceFilter(label=_("Course or quiz"), queryset=lambda request: places_of(request.user))

    class Meta:
        model = Submission
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.fields["below"].label_from_instance = indented


def indented(page):
    """Return a page's title, further to the right the deeper it stands."""
    return "\u2003" * (page.depth - 2) + page.title
