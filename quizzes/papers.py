"""What a learner sees of a test: the way in, the questions, or the result."""

from operator import attrgetter

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from .allowing import rules_for
from .asking import number_of_items
from .attempting import why_not_begin
from .clocks import clock_of
from .finishing import close_if_over
from .items import takes_files
from .models.attempts import Attempt
from .permitting import may_answer
from .reopening import time_left
from .results import Results
from .rules import Rules
from .serving.fillers import Fillers
from .showing import AnswerFillers, is_marked_by_person
from .shuffling import shuffled
from .telling import facts_of, say_refusal, shown_minutes
from .trying import tries_of
from .versions import get_items, get_version, published_version


class Paper:
    """A test for the person of one request. Runs at most five queries, however many attempts and questions."""

    def __init__(self, page, request, errors=None):
        self.page = page
        self.request = request
        self.errors = errors

    @cached_property
    def attempts(self):
        """The learner's attempts in their order; none for somebody who may not answer."""
        if not may_answer(self.page, self.request):
            return []
        attempts = Attempt.objects.by(self.request.user).on(self.page.translation_key)
        found = list(attempts.order_by("started_at").with_what_is_published())
        for attempt in found:
            attempt.version = get_version(attempt.version_id)
        if found:
            self._known = found[-1]
            # Time has decided it: whoever looks next writes it down.
            found[-1] = close_if_over(found[-1])
        return found

    @property
    def latest(self):
        return self.attempts[-1] if self.attempts else None

    @property
    def has_form(self):
        return bool(self.latest and self.latest.is_open)

    @cached_property
    def rules(self):
        """The rules for the learner's next attempt."""
        rules = Rules.of(self.version.settings) if self.version else Rules()
        return rules_for(self.request.user, self.page.translation_key, rules)

    @cached_property
    def version(self):
        """What the next attempt gets; None for a page never frozen."""
        if self.attempts and self._known.published_id:
            return get_version(self._known.published_id)
        return published_version(self.page.translation_key)

    def show(self, next_url="", next_title="", next_language=""):
        """Return the test as it stands for this person; what follows it is where a result leads on."""
        self.onward = {"url": next_url, "title": next_title, "language": next_language}
        if getattr(self.request, "is_preview", False):
            return self._questions(self.page.get_items(is_preview=True), list)
        if not may_answer(self.page, self.request):
            return self._render("quizzes/paper_closed.html")
        if not self.latest:
            return self._start()
        return self._open() if self.has_form else self._result()

    def _start(self):
        asked = number_of_items(self.version) if self.version else len(self.page.get_question_blocks())
        facts = facts_of(self.rules, asked, 0)
        return self._render("quizzes/paper_start.html", facts=facts, refusal=self._refusal())

    def _open(self):
        if self.latest.is_stopped:
            left = shown_minutes(time_left(self.latest))
            return self._render("quizzes/paper_stopped.html", left=left)
        clock = clock_of(self.latest, timezone.now())
        how = {
            "is_closed": bool(clock and clock.is_up),
            "tries": tries_of(self.latest),
            "attempt": self.latest,
        }
        return self._questions(self._items(), self.latest.responses.all, clock=clock, **how)

    def _result(self):
        results = Results(self.attempts, self.rules, timezone.now())
        more = {"attempt": self.latest, "results": results, "refusal": self._refusal()}
        more |= {"onward": self.onward, "leads_on": not self._is_tried_again(results)}
        how = {"review": results.review, "tries": tries_of(self.latest)}
        return self._questions(self._items(), self.latest.responses.all, **how, **more)

    def _is_tried_again(self, results):
        """Whether another attempt is what to do next, as far as the learner may know it by now."""
        is_known = results.review.marks and not self.latest.is_waiting
        return is_known and not results.is_shown_passed and not self._refusal()

    def _items(self):
        """Return the items of the latest attempt in the order in which it asks them."""
        pairs = self.latest.asked_pairs if self.latest.is_open else self.latest.pairs
        items = get_items(self.page.translation_key, pairs, wordings=self._known.wordings)
        if not self.latest.rules.shuffle_items:
            return items
        return shuffled(items, self.latest.seed, name_of=attrgetter("id"))

    @property
    def _seed(self):
        """The seed for the options of the latest attempt, "" where everybody has them in one order."""
        return str(self.latest.seed) if self.latest and self.latest.rules.shuffle_options else ""

    def _refusal(self):
        """Return why no attempt can be begun, in words, or ""."""
        ended = [attempt.finished_at for attempt in self.attempts]
        refusal = why_not_begin(self.rules, ended, timezone.now())
        return say_refusal(refusal) if refusal else ""

    def _questions(self, items, responses, is_closed=False, review=None, tries=None, **more):
        template = "quizzes/paper_result.html" if review else "quizzes/paper_questions.html"
        how = {"is_closed": is_closed, "review": review, "tries": tries, "errors": self.errors}
        own = AnswerFillers(self.page, self.request, items, responses, **how)
        asked = list(self.page.ask(items, get_language(), seed=self._seed).values())
        for one in asked if tries and tries.may_check and not review and not is_closed else ():
            one.has_button = not is_marked_by_person(one.item)  # a teacher gets it when the test is finished
        to_improve = next((item.id for item in items if own.may_improve(item.id)), None)
        more |= {"asked": asked, "takes_files": takes_files(items), "to_improve": to_improve}
        return self._render(template, fillers=Fillers(self.request, own.as_dict()), **more)

    def _render(self, template, **context):
        return render_to_string(template, {"page": self.page, **context}, self.request)
