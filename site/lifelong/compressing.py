"""Pages travel compressed: on a slow line the words of a lesson arrive in a third of the time."""

from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/", "application/json", "application/xml")


class CompressedTextMiddleware(GZipMiddleware):
    """Compresses what is text and there as a whole.

    Uploads are streamed and may be asked for in parts, and pictures are small already: they go as they
    are. Django pads each answer by a random length, and CSRF tokens are masked anew each time, so that
    sizes tell nobody what is in a page.
    """

    def process_response(self, request, response):
        if response.streaming or not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
