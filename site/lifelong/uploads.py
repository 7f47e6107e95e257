"""Handing out uploaded files in the lab and in development, where Django does it itself.

A server on the internet keeps uploads in object storage or lets its web server
hand them out. Ranges (seeking in a video) are not answered here yet.
"""

from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def serve_upload(request, path):
    """Send an uploaded file so that nothing in it can run as a page of ours."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
