"""Choosing a course or a quiz in the queue."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from ..models.judgements import Submission
from .desk import places_of


class PlaceFilter(django_filters.ModelChoiceFilter):
    """A page, and everything that waits below it; in whatever language it was answered."""

    def filter(self, queryset, page):
        if page is None:
            return queryset
        below = page.get_descendants(inclusive=True)
        return queryset.filter(page_key__in=below.values("translation_key"))


class MarkingFilterSet(WagtailFilterSet):
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


def page_below(request):
    """Return the page that the queue is narrowed to, or None."""
    number = request.GET.get("below", "")
    return Page.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None
