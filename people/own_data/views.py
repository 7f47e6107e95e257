from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from . import archive


@require_safe
@login_required
def own_data(request):
    """Say what a person can have and ask for, on a page of its own."""
    return render(request, "people/own_data/own_data.html")


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
