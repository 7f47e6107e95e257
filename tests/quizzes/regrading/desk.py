"""What a teacher does at the regrading screens, and finished tests by the dozen."""

from people.accounts import create_learner
from quizzes.models import Attempt, Response


def address(quiz, number=None, how=""):
    item = quiz.get_items()[number].id + "/" if number is not None else ""
    return f"/admin/regrade/{quiz.pk}/{item}{how}"


def seen(client, path):
    return client.get(path).context["form"]["seen"].value()


def press(client, path, **more):
    return client.post(path, {"seen": seen(client, path), **more})


def totals():
    return {attempt.learner.username: attempt.total for attempt in Attempt.objects.select_related("learner")}


def many(quiz, count):
    """Finished tests with the distractor chosen, made at once."""
    template = Attempt.objects.get()
    given = template.responses.get(item_id=quiz.get_items()[0].id)
    for number in range(count):
        learner = create_learner(f"учащийся{number}", None, call_name="Айша")
        attempt = Attempt.objects.create(
            learner=learner,
            page_key=template.page_key,
            version=template.version,
            mode=template.mode,
            finished_at=template.finished_at,
            total=template.total,
            maximum=template.maximum,
        )
        Response.objects.create(
            attempt=attempt,
            item_id=given.item_id,
            item_version=given.item_version,
            answer=given.answer,
            language="ru",
            fraction=given.fraction,
            edited_at=given.edited_at,
        )
