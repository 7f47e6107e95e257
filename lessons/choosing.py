"""Asking who is reading, and opening the passages written for them."""

from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property

from quizzes.serving.fillers import token_of

from .readers import READERS, reader_of


class ReaderFillers:
    """Fills the holes that belong to who is reading. Runs no query where the person's profile came with them."""

    def __init__(self, request, may_answer):
        self.request = request
        self.may_answer = may_answer

    @cached_property
    def reader(self):
        return reader_of(self.request)

    def opening(self, audience):
        return "open" if audience == self.reader else ""

    def choice(self):
        """Return the buttons: of the form of answers, so that these are saved as well, or of a form of its own."""
        address = self._own_address()
        context = {
            "readers": [(name, words, name == self.reader) for name, words in READERS.items()],
            "may_answer": self.may_answer,
            "own_address": address,
            "lesson": self.request.path,
            "csrf_token": token_of(self.request) if address else "",
        }
        return render_to_string("lessons/reader.html", context)

    def _own_address(self):
        """Return where a form of its own is posted to: not from a preview, nor where the site has no such address."""
        if self.may_answer or getattr(self.request, "is_preview", False):
            return ""
        try:
            return reverse("lifelong_lessons:reader")
        except NoReverseMatch:
            return ""
