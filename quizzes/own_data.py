"""What the quiz engine keeps of a learner, for the file that they get: never more than they may see on a page."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from languages.reading import titles_of

from .holding import held_back
from .models.allowances import Allowance
from .models.attempts import Attempt, EarlierAnswer, Response
from .models.files import HandedInFile
from .models.judgements import Judgement
from .rounding import rounded
from .versions import items_of


def parts(learner):
    return _Kept(learner).parts()


class _Kept:
    """One learner's attempts, and which of their marks they may see by now."""

    def __init__(self, learner):
        self.learner = learner
        own = Attempt.objects.by(learner).select_related("version").with_published_settings()
        self.attempts = {attempt.pk: attempt for attempt in own.order_by("started_at")}
        self.titles = titles_of(attempt.page_key for attempt in self.attempts.values())
        taken = {}
        for attempt in self.attempts.values():
            if attempt.mode == Attempt.Mode.TEST:
                taken.setdefault(str(attempt.page_key), []).append(attempt)
        self.held = held_back(learner, taken)

    def parts(self):
        return [
            self._tests(),
            self._answers(),
            self._earlier(),
            self._said(),
            self._files(),
            self._allowances(),
        ]

    def _title(self, page_key):
        return self.titles.get(page_key, "")

    def _shows_marks(self, attempt):
        is_practice = attempt.mode == Attempt.Mode.PRACTICE
        return is_practice or not (attempt.is_open or str(attempt.page_key) in self.held)

    def _tests(self):
        tests = [one for one in self.attempts.values() if one.mode == Attempt.Mode.TEST]
        return {
            "name": "tests",
            "title": _("Your tests"),
            "columns": [_("Test"), _("Begun"), _("Finished at"), _("Result, %")],
            "rows": [
                [
                    self._title(one.page_key),
                    one.started_at,
                    one.finished_at,
                    _to_places(one.percent, one) if self._shows_marks(one) else None,
                ]
                for one in tests
            ],
        }

    def _answers(self):
        answers = Response.objects.filter(attempt__in=list(self.attempts)).select_related("item_version")
        answers = answers.order_by("saved_at", "pk")
        said = _Words(one.item_version for one in answers)
        rows = []
        for one in answers:
            attempt = self.attempts[one.attempt_id]
            mark = (
                _to_places(100 * one.fraction, attempt)
                if one.fraction is not None and self._shows_marks(attempt)
                else None
            )
            rows.append([self._title(attempt.page_key), *said.of(one), one.saved_at, mark])
        return {
            "name": "answers",
            "title": _("Your answers"),
            "columns": [_("Lesson or test"), _("Question"), _("Your answer"), _("Saved"), _("Earned, %")],
            "rows": rows,
        }

    def _earlier(self):
        earlier = EarlierAnswer.objects.filter(response__attempt__in=list(self.attempts))
        earlier = earlier.select_related("item_version", "response").order_by("saved_at", "pk")
        said = _Words(one.item_version for one in earlier)
        keys = {one: attempt.page_key for one, attempt in self.attempts.items()}
        return {
            "name": "earlier-answers",
            "title": _("What you answered before you changed it"),
            "columns": [_("Lesson or test"), _("Question"), _("Your answer"), _("Saved")],
            "rows": [
                [self._title(keys[one.response.attempt_id]), *said.of(one), one.saved_at] for one in earlier
            ],
        }

    def _said(self):
        """What teachers said to answers; who of them it was is theirs."""
        said = Judgement.objects.filter(submission__response__attempt__in=list(self.attempts))
        said = said.select_related("submission__item_version", "submission__response").order_by("judged_at")
        seen = [one for one in said if self._shows_marks(self.attempts[one.submission.response.attempt_id])]
        words = _Words(one.submission.item_version for one in seen)
        return {
            "name": "comments",
            "title": _("What teachers said to your answers"),
            "columns": [_("Question"), _("Your answer"), _("Comment"), _("Said")],
            "rows": [[*words.of(one.submission), one.comment, one.judged_at] for one in seen],
        }

    def _files(self):
        files = list(HandedInFile.objects.filter(learner=self.learner).order_by("added_at"))
        return {
            "name": "handed-in",
            "title": _("Files that you handed in"),
            "columns": [_("File"), _("Size, bytes"), _("Added")],
            "rows": [[one.name, one.size, one.added_at] for one in files],
            "files": [(one.name, one.file) for one in files],
        }

    def _allowances(self):
        own = Allowance.objects.filter(learner=self.learner)
        titles = titles_of(one.page_key for one in own)
        return {
            "name": "exceptions",
            "title": _("What you were allowed beyond the rules of a test"),
            "columns": [_("Test"), _("Attempts"), _("Minutes"), _("Opens"), _("Closes"), _("Reason")],
            "rows": [
                [
                    titles.get(one.page_key, ""),
                    one.attempt_limit,
                    one.time_limit,
                    one.opens_at,
                    one.closes_at,
                    one.reason,
                ]
                for one in own
            ],
        }


class _Words:
    """The questions of answers, and the answers, in the words of the language in force. Runs one query."""

    def __init__(self, versions):
        self.items = items_of(versions)

    def of(self, answered):
        """Return (question, answer) of whatever has an `item_version` and an `answer` to it."""
        item, language = self.items[answered.item_version_id], get_language()
        is_empty = answered.answer is None or item.type is None
        return item.say("stem", language).text, "" if is_empty else item.type.in_words(
            item, answered.answer, language
        )


def _to_places(percent, attempt):
    """Return a percentage to as many places as the test shows it with."""
    if percent is None:
        return None
    places = attempt.rules.decimals
    return rounded(percent, places) if places else int(rounded(percent, 0))
