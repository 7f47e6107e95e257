from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import consents
from people.models import ErasureRequest, KeepingRules

from . import archive


@require_safe
def privacy(request):
    """Tell everybody, also before they sign in, what is kept of them, for how long, and whom to ask."""
    return render(request, "people/own_data/privacy.html", {"rules": KeepingRules.current()})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_data(request):
    """Say what a person can have, ask for and take back; take down that they do."""
    if request.method == "POST":
        _take_down(request)
        return redirect("lifelong_people:own-data")
    asked = ErasureRequest.objects.filter(learner=request.user).first()
    agreed = consents.agreed_to([request.user])[request.user.pk]
    context = {
        "asked": asked,
        "agreed": [(purpose, consents.Purpose(purpose).label, rows) for purpose, rows in agreed.items()],
        "may_take_back": not consents.is_minor(request.user),
    }
    return render(request, "people/own_data/own_data.html", context)


def _take_down(request):
    if request.POST.get("want") == "no-more":
        _take_back(request)
    elif request.POST.get("want") == "erase":
        ErasureRequest.objects.get_or_create(learner=request.user)
        messages.success(
            request,
            _("The school knows now. Until it is done, you can take it back here."),
            fail_silently=True,
        )
    elif request.POST.get("want") == "stay":
        ErasureRequest.objects.filter(learner=request.user).delete()
        messages.success(request, _("Taken back. Everything stays as it is."), fail_silently=True)


def _take_back(request):
    """Take back what was agreed to about oneself. For a minor, whoever looks after them does."""
    if not consents.is_minor(request.user):
        consents.withdraw(request.user, request.POST.get("purpose"), request.user)
        messages.success(request, _("Taken back. It is not shown any more."), fail_silently=True)


@require_POST
@login_required
def own_file(request):
    """Send a person all that is kept of them."""
    return as_download(request.user)


def as_download(person):
    response = FileResponse(archive.make(person), as_attachment=True, filename=archive.file_name())
    response["Content-Type"] = "application/zip"
    response["Cache-Control"] = "no-store, private"
    return response
