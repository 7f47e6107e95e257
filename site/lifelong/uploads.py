"""Handing out uploaded files in the lab and in development, where Django does it itself.

A server on the internet keeps uploads in object storage or lets its web server
hand them out.
"""

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve

from .ranges import with_range

SHOWN = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}
PLAYED = {"audio/mp4", "audio/mpeg", "audio/ogg", "audio/x-wav", "audio/wav", "video/mp4", "video/webm"}


@require_safe
def serve_upload(request, path):
    """Send an uploaded file, or a part of it, so that nothing in it can run as a page of ours.

    What is neither a picture nor sound nor film is for keeping, not for opening here.
    """
    response = with_range(request, serve(request, path, document_root=settings.MEDIA_ROOT))
    if response.get("Content-Type", "").partition(";")[0] not in SHOWN | PLAYED:
        response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
