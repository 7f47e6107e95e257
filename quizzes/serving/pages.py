"""The mixin for pages that are rendered once and filled for each learner."""

from http import HTTPMethod

from django.http import HttpResponse, HttpResponseNotAllowed

from . import body
from .fillers import Fillers
from .languages import links_to_languages


class SharedPageMixin:
    """Comes before `Page` in the bases of a page type.

    A page adds to its template with `get_shared_context`, fills its holes with
    `get_fillers`, and answers a form with `receive`.
    """

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS, HTTPMethod.POST]
    proof = None  # set by `quizzes.serving.route` when this request's page was proven

    def serve(self, request, *args, **kwargs):
        request.is_preview = False
        if request.method == "POST":
            return self.receive(request)
        kept = self._body(request)
        return self._filled(request, kept, self.get_fillers(request, kept.facts))

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        kept = body.render(self, request)
        return self._filled(request, kept, self.get_fillers(request, kept.facts))

    def _body(self, request):
        if self.proof is None or request.GET:
            return body.render(self, request)
        return body.shared(self, request, self.proof.stamp)

    def _filled(self, request, kept, own):
        return HttpResponse(kept.fill(Fillers(request, own, kept.facts)))

    def receive(self, request):
        """Answer a POST to the page's own address."""
        return HttpResponseNotAllowed(["GET", "HEAD"])

    def get_shared_context(self, request, facts):
        """Return more context for the template; `request` knows no person.

        What the holes need later goes into the dict `facts`, as plain values.
        """
        facts["languages"] = links_to_languages(self, request)
        return {"languages": facts["languages"]}

    def get_fillers(self, request, facts):
        """Return {hole name: function(*arguments) -> HTML} for the person of `request`.

        In a preview (`request.is_preview`) nothing may be written.
        """
        return {}

    def get_view_restrictions(self):
        """Return the restrictions, without asking again where the proof has just found none."""
        if self.proof is not None:
            return []
        return super().get_view_restrictions()
