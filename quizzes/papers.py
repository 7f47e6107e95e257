"""What a learner sees of a test: the way in, the questions, or the result."""

from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import get_language

from .models.attempts import Attempt
from .permitting import may_answer
from .serving.fillers import Fillers
from .showing import AnswerFillers
from .versions import get_items

MOST_ATTEMPTS_SHOWN = 20


class Paper:
    """A test for the person of one request. Runs at most three queries."""

    def __init__(self, page, request, errors=None):
        self.page = page
        self.request = request
        self.errors = errors

    @cached_property
    def attempts(self):
        """The learner's latest attempts, newest first; none for somebody who may not answer."""
        if not may_answer(self.page, self.request):
            return []
        attempts = Attempt.objects.by(self.request.user).on(self.page.translation_key)
        return list(attempts.select_related("version").order_by("-started_at")[:MOST_ATTEMPTS_SHOWN])

    @property
    def has_form(self):
        return bool(self.attempts) and self.attempts[0].is_open

    def show(self):
        if getattr(self.request, "is_preview", False):
            return self._questions(self.page.get_items(is_preview=True), list)
        if not may_answer(self.page, self.request):
            return self._render("quizzes/paper_closed.html")
        if not self.attempts:
            return self._render("quizzes/paper_start.html")
        return self._open() if self.has_form else self._result()

    def _open(self):
        latest = self.attempts[0]
        return self._questions(
            get_items(self.page.translation_key, latest.version.items), latest.responses.all
        )

    def _result(self):
        latest = self.attempts[0]
        best = max(self.attempts, key=lambda attempt: attempt.percent or 0)
        items = get_items(self.page.translation_key, latest.version.items)
        return self._questions(items, latest.responses.all, is_result=True, attempt=latest, best=best)

    def _questions(self, items, responses, is_result=False, **more):
        template = "quizzes/paper_result.html" if is_result else "quizzes/paper_questions.html"
        own = AnswerFillers(
            self.page, self.request, items, responses, is_result=is_result, errors=self.errors
        )
        asked = list(self.page.ask(items, get_language()).values())
        return self._render(template, asked=asked, fillers=Fillers(self.request, own.as_dict()), **more)

    def _render(self, template, **context):
        return render_to_string(template, {"page": self.page, **context}, self.request)
