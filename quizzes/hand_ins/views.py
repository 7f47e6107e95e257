"""The one way to a handed in file."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from .permitting import file_for


@require_safe
def send_file(request, pk):
    """Send a file to its owner or to whoever marks it, to be kept and not opened: nothing in it runs here."""
    if not request.user.is_authenticated:
        return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.path})}")
    file = file_for(request.user, pk)
    if file is None:
        raise Http404
    try:
        content = file.file.open("rb")
    except OSError:  # the back-up that was restored did not have it
        raise Http404 from None
    response = FileResponse(content, as_attachment=True, filename=file.name, content_type=file.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store, private"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
