"""What becomes of a learner's answers when the learner is erased: the marks stay, the words go."""

from django.utils import timezone
from django.utils.translation import gettext as _

from . import registry
from .models.allowances import Allowance
from .models.attempts import Attempt, EarlierAnswer, Response
from .models.files import HandedInFile
from .models.judgements import Judgement, Submission

# Stands for an answer that was given and is no more: it is counted, and never marked again.
ERASED = {"erased": True}


def what_goes_and_stays(learner):
    """Return {"goes": [(words, number)], "stays": […]} for whoever decides."""
    answers = Response.objects.filter(attempt__learner=learner, answer__isnull=False)
    goes = [
        (_("Answers in their own words"), sum(_has_words(one) for one in _with_types(answers))),
        (_("Answers before they were changed"), _earlier(learner).count()),
        (_("Comments of teachers"), Judgement.objects.filter(submission__in=_handed_in(learner)).count()),
        (_("Files handed in"), HandedInFile.objects.filter(learner=learner).count()),
        (_("Exceptions from the rules of tests"), Allowance.objects.filter(learner=learner).count()),
    ]
    return {"goes": goes, "stays": [(_("Marks for answers"), answers.count())]}


def hand_over(learner, nobody):
    """Give the attempts to nobody, with their marks and with what was chosen from what the questions offer."""
    _handed_in(learner).delete()
    _earlier(learner).delete()
    answers = Response.objects.filter(attempt__learner=learner)
    with_words = [one.pk for one in _with_types(answers.filter(answer__isnull=False)) if _has_words(one)]
    for some in _in_hundreds(with_words):
        answers.filter(pk__in=some).update(answer=ERASED)
    answers.update(tab="", key="")
    attempts = Attempt.objects.by(learner)
    # Nobody will hand these in.
    attempts.open().tests().update(finished_at=timezone.now(), ending=Attempt.Ending.ABANDONED)
    attempts.update(learner=nobody)


def _handed_in(learner):
    return Submission.objects.filter(response__attempt__learner=learner)


def _earlier(learner):
    return EarlierAnswer.objects.filter(response__attempt__learner=learner)


def _with_types(answers):
    return answers.select_related("item_version").only("item_version__content")


def _has_words(response):
    """A type that is not there any more cannot tell, so what was answered there counts as words."""
    kind = registry.get(response.item_version.content["type"])
    return kind is None or kind.keeps_words


def _in_hundreds(pks):
    """Yield the keys in portions: databases take only so many in one statement."""
    for start in range(0, len(pks), 500):
        yield pks[start : start + 500]
