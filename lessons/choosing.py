"""Asking who is reading, and opening the passages written for them."""

from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.functional import cached_property

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
        has_own_form = not self.may_answer and not getattr(self.request, "is_preview", False)
        context = {
            "readers": [(name, words, name == self.reader) for name, words in READERS.items()],
            "may_answer": self.may_answer,
            "has_own_form": has_own_form,
            "address": self.request.path,
            "csrf_token": get_token(self.request) if has_own_form else "",
        }
        return render_to_string("lessons/reader.html", context)
