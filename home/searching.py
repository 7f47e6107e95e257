"""The search page: what was asked, what was found, a page of it at a time."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from courses.searching.finding import Findings, find
from courses.searching.showing import hits
from courses.searching.words import LONGEST_QUERY

HITS_A_PAGE = 10


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=LONGEST_QUERY,
        error_messages={
            "max_length": _(
                "This is too long to look for. Write a few words, at most %(limit_value)d characters."
            )
        },
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "maxlength": False}),
    )


@dataclass(frozen=True)
class Found:
    """The findings for a query, and those of them that stand on this page of the list."""

    findings: Findings
    page: Page
    hits: list


def found(query, request):
    """Return what was found, or None where nothing was asked. Runs at most ten queries."""
    findings = find(query, request.user)
    if not findings.words and not query:
        return None
    page = Paginator(findings.entries, HITS_A_PAGE).get_page(request.GET.get("p"))
    return Found(findings, page, hits(page.object_list, findings.words))
