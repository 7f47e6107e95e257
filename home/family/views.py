from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.learning import courses_of
from home.models import FamilyPlan
from people import consents
from people.models import Consent, Guardianship

from . import plans
from .forms import UntilForm
from .pace import monday_of, week_of
from .seat import children_of


@require_safe
@login_required
def family(request):
    """Show a guardian this week's lesson for families, what each child is learning, and what they have agreed to."""
    children = children_of(request.user, request, get_language())
    week = week_of(request.user, courses_of(request.user, request))
    return render(request, "home/family/family.html", {"children": children, "week": week})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def plan(request):
    """Let somebody write what their family will try this week, print it, and erase it."""
    if request.POST.get("do") == "erase":
        if plans.erase(request.user, request.POST.get("week", "")):
            messages.success(request, _("Erased."))
        return redirect("lifelong_home:family-plan")
    monday = monday_of(timezone.localdate())
    own = plans.plan_of(request.user, monday)
    form = plans.PlanForm(request.POST if request.method == "POST" else None, instance=own)
    if form.is_valid():
        plans.keep(own, form.cleaned_data)
        messages.success(request, _("Saved. You can print it now."))
        return redirect("lifelong_home:family-plan")
    context = {"form": form, "plan": own, "days": plans.days_of(monday)}
    context["week"] = week_of(request.user, courses_of(request.user, request))
    context["earlier"] = FamilyPlan.objects.by(request.user).filter(week__lt=monday).order_by("-week")
    return render(request, "home/family/plan.html", context)


@require_POST
@login_required
def decide(request, learner):
    """Let a guardian agree to something for a child, or take it back; it holds from the next page on."""
    link = Guardianship.objects.in_force().filter(guardian=request.user, learner=learner)
    link = link.select_related("learner__learner_profile").first()
    purpose, agrees = request.POST.get("purpose"), request.POST.get("agrees") == "yes"
    theirs = consents.DECIDED_BY_GUARDIANS if agrees else consents.ENDED_BY_GUARDIANS
    if link is None or purpose not in theirs or consents.is_adult(link.learner):
        raise Http404
    if agrees:
        _agree(request, link.learner, purpose)
    else:
        consents.withdraw(link.learner, purpose, request.user)
        messages.success(request, _("Taken back. It is not shown any more."))
    return redirect("lifelong_home:family")


def _agree(request, learner, purpose):
    form = UntilForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["until"]))
        return
    if not consents.allows(learner, purpose):
        said = {"how": Consent.How.SCREEN, "by": request.user, "until": form.cleaned_data["until"]}
        consents.give(learner, purpose, consents.signature(request.user), **said)
    messages.success(request, _("Agreed. You can take it back here at any time."))
