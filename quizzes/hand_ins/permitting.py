"""Who may hand in files, and who may see one that was handed in."""

from wagtail import hooks

from quizzes.markers import works_on
from quizzes.models.files import HandedInFile
from quizzes.models.judgements import Submission


def may_hand_in(request):
    """Tell whether files are asked of the person of `request`. Runs no query of its own.

    They are, unless a function under the Wagtail hook `lifelong_may_hand_in` (called with the request)
    returns False. Children are never asked: they show their work to the teacher.
    """
    return all(rule(request) is not False for rule in hooks.get_hooks("lifelong_may_hand_in"))


def file_for(person, pk):
    """Return the `HandedInFile` if it is the person's own, or handed in to them to be marked; otherwise None."""
    if not person.is_authenticated:
        return None
    file = HandedInFile.objects.filter(pk=pk).first()
    if file is None or file.learner_id == person.pk:
        return file
    return file if works_on(person, file.page_key) and _is_handed_in(file) else None


def _is_handed_in(file):
    """A file that the learner has not handed in yet, or took away before, is nobody else's."""
    answers = Submission.objects.filter(
        page_key=file.page_key, response__attempt__learner=file.learner_id, response__item_id=file.item_id
    ).values_list("answer", flat=True)
    return any(str(file.pk) == one["id"] for answer in answers for one in answer.get("files", []))
