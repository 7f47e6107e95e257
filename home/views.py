"""The pages of a signed-in learner that are no Wagtail pages."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .learning import courses_of, current_and_others


@require_safe
@login_required
def my_learning(request):
    """Show where the learner is, and the one way to go on."""
    current, others = current_and_others(courses_of(request.user, request))
    context = {"current": current, "others": others}
    if current is None:
        context["catalogue_url"] = reverse("wagtail_serve", args=[""])  # the front page shows all courses
    return render(request, "home/my_learning.html", context)
