from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people import consents
from people.models import Consent, Guardianship, name_of

from .seat import children_of


@require_safe
@login_required
def family(request):
    """Show a guardian what each child is learning, and what they have agreed to."""
    children = children_of(request.user, request, get_language())
    return render(request, "home/family/family.html", {"children": children})


@require_POST
@login_required
def decide(request, learner):
    """Let a guardian agree to something for a child, or take it back; it holds from the next page on."""
    link = Guardianship.objects.in_force().filter(guardian=request.user, learner=learner)
    link = link.select_related("learner__learner_profile").first()
    purpose = request.POST.get("purpose")
    if link is None or purpose not in consents.DECIDED_BY_GUARDIANS:
        raise Http404
    said_by = name_of(request.user)
    if request.POST.get("agrees") == "yes":
        if not consents.allows(link.learner, purpose):
            consents.give(link.learner, purpose, said_by, how=Consent.How.SCREEN, by=request.user)
        messages.success(request, _("Agreed. You can take it back here at any time."))
    else:
        consents.withdraw(link.learner, purpose, said_by)
        messages.success(request, _("Taken back. It is not shown any more."))
    return redirect("lifelong_home:family")
