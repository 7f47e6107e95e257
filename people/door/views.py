"""What a lab computer offers those who come in. Anywhere else these addresses do not exist."""

from django.contrib.auth import authenticate
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from people import lab, locks, signing
from people.landing import query_of
from people.models import Membership
from people.photos.keeping import with_photo

from .asking import question_for

private = cache_control(no_store=True, private=True)


def classes(request, computer):
    """Show the classes that meet here; called by the sign-in view where this is a lab computer."""
    cohorts = sorted(lab.cohorts_at(computer), key=lambda cohort: cohort.name.casefold())
    response = render(request, "people/door/classes.html", {"cohorts": cohorts, "query": query_of(request)})
    add_never_cache_headers(response)
    lab.renew(request, response)
    return response


@private
@require_safe
def names(request, cohort):
    """Show who is in a class, each with a picture."""
    cohort = cohort_here(request, cohort)
    members = cohort.memberships.present().by_name(get_language())
    photos = with_photo([member.learner_id for member in members])
    context = {"cohort": cohort, "members": members, "photos": photos, "query": query_of(request)}
    return render(request, "people/door/names.html", context)


@private
@require_safe
def newcomer(request):
    """Say to somebody who is not on any list where to go; teachers make the accounts."""
    computer_here(request)
    return render(request, "people/door/newcomer.html", {"query": query_of(request)})


@private
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def secret(request, cohort, member):
    """Ask the person for their PIN, pictures or password, and let them in."""
    cohort = cohort_here(request, cohort)
    member = get_object_or_404(present_in(cohort), pk=member)
    question = question_for(member.learner)(request.POST if request.method == "POST" else None)
    status = 200
    if question.is_whole:
        try:
            known = authenticate(request, username=member.learner.get_username(), password=question.secret)
            if known:
                return signing.sign_in(request, known)
            question = question.refused(locks.refusal(request, question.wrong))
        except OperationalError:
            question, status = question.refused(signing.no_room(request)), 503
    photos = with_photo([member.learner_id])
    context = {"cohort": cohort, "member": member, "photos": photos, "question": question}
    context["query"] = query_of(request)
    return render(request, "people/door/secret.html", context, status=status)


def computer_here(request):
    computer = lab.computer_of(request)
    if computer is None:
        raise Http404
    return computer


def cohort_here(request, pk):
    return get_object_or_404(lab.cohorts_at(computer_here(request)), pk=pk)


def present_in(cohort):
    return (
        Membership.objects.present()
        .filter(cohort=cohort)
        .select_related("learner__learner_profile", "learner__lifelong_secret")
    )
