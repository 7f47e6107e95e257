"""The pages that are no Wagtail pages."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people import consents
from quizzes.notebook import has_notebook

from .family.pace import has_family_page
from .learning import courses_of, current_and_others, steps_to_improve
from .notebook import notebook_of
from .searching import SearchForm, found
from .sitemap import listed


@require_safe
@login_required
def my_learning(request):
    """Show where the learner is, and the one way to go on."""
    courses = courses_of(request.user, request)
    current, others = current_and_others(courses)
    context = {"current": current, "others": others, "to_improve": steps_to_improve(request.user, courses)}
    context["has_notebook"] = has_notebook(request.user)
    context["has_family"] = consents.had_children(request) or has_family_page(request.user, courses)
    if current is None:
        context["catalogue_url"] = reverse("wagtail_serve", args=[""])  # the front page shows all courses
    return render(request, "home/my_learning.html", context)


@require_safe
@login_required
def notebook(request):
    """Show learners what they wrote down for themselves."""
    listed, places = notebook_of(request.user, request)
    return render(request, "home/notebook.html", {"listed": listed, "places": places})


@require_safe
def search(request):
    """Find courses, lessons and tests. What was typed stays, whatever comes of it."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    context = {"form": form, "catalogue_url": reverse("wagtail_serve", args=[""])}
    if form.is_valid():
        context |= {"query": form.cleaned_data["q"], "found": found(form.cleaned_data["q"], request)}
    return render(request, "home/search.html", context)


@require_safe
@cache_control(max_age=60 * 60)
def sitemap(request):
    """Tell search engines the addresses that are open to all."""
    return render(request, "home/sitemap.xml", {"pages": listed(request)}, content_type="application/xml")


@require_safe
@cache_control(max_age=60 * 60)
def robots(request):
    """Tell search engines what is not for them."""
    context = {
        "admin_url": reverse("wagtailadmin_home"),
        "languages": settings.LANGUAGES,
        "sitemap_url": request.build_absolute_uri(reverse("sitemap")),
    }
    return render(request, "home/robots.txt", context, content_type="text/plain; charset=utf-8")
