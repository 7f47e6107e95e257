from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.models import LearnerProfile

from .forms import OwnAboutForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def about_me(request):
    """Ask a person four optional questions about themselves, and say why."""
    profile = LearnerProfile.seen_with(request.user) or LearnerProfile(learner=request.user)
    form = OwnAboutForm(request.POST if request.method == "POST" else None, instance=profile)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved. Thank you."), fail_silently=True)
        return redirect("lifelong_people:account")
    return render(request, "people/about/me.html", {"form": form})
