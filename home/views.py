"""The pages that are no Wagtail pages."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .learning import courses_of, current_and_others
from .searching import SearchForm, found


@require_safe
@login_required
def my_learning(request):
    """Show where the learner is, and the one way to go on."""
    current, others = current_and_others(courses_of(request.user, request))
    context = {"current": current, "others": others}
    if current is None:
        context["catalogue_url"] = reverse("wagtail_serve", args=[""])  # the front page shows all courses
    return render(request, "home/my_learning.html", context)


@require_safe
def search(request):
    """Find courses, lessons and tests. What was typed stays, whatever comes of it."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    context = {"form": form, "catalogue_url": reverse("wagtail_serve", args=[""])}
    if form.is_valid():
        context |= {"query": form.cleaned_data["q"], "found": found(form.cleaned_data["q"], request)}
    return render(request, "home/search.html", context)
