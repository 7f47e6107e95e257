from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from people.consents import Purpose, allows
from people.door.views import cohort_here, present_in
from people.models import Photo

from . import keeping
from .forms import PhotoForm


@cache_control(no_store=True, private=True)
@require_safe
def at_the_door(request, cohort, member):
    """Send the portrait of somebody whose name this lab computer shows; anywhere else there is none."""
    member = get_object_or_404(present_in(cohort_here(request, cohort)), pk=member)
    photo = Photo.objects.agreed_to().filter(learner=member.learner).first()
    if photo is None:
        raise Http404
    response = HttpResponse(bytes(photo.picture), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_photo(request):
    """Let people give or take away their own photo, once it is agreed to."""
    if "forget" in request.POST:
        keeping.forget(request.user)
        messages.success(request, _("The photo is gone."), fail_silently=True)
        return redirect("lifelong_people:account")
    form = PhotoForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid() and keeping.keep(request.user, form.cleaned_data["photo"]):
        messages.success(request, _("Saved."), fail_silently=True)
        return redirect("lifelong_people:account")
    return render(request, "people/photos/own.html", {"form": form, **about(request.user)})


def about(learner) -> dict:
    """Return whether a photo of somebody is agreed to, and whether there is one. Runs two queries."""
    has_photo = Photo.objects.filter(learner=learner).exists()
    return {"is_agreed_to": allows(learner, Purpose.PHOTO), "has_photo": has_photo}
