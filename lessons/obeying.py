"""What the buttons of a lesson do, beside those of every page with questions."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from .activities.doing import visit
from .completion import complete, left_to_answer, left_to_do
from .models.records import LessonRecord
from .readers import keep_reader


def do_done(page, request, argument, attempt, items):
    """Complete the lesson and go on, or say which question is left and go there."""
    version = page.get_published_version()
    left = left_to_answer([item_id for item_id, digest in version.items], _answers(attempt, version))
    activities = page.get_activity_ids()
    undone = left_to_do(activities, visit(request.user, page.translation_key)[1])
    if left or undone:
        return _lead_to_the_next(page, request, left, undone)
    why = LessonRecord.Why.ANSWERED if version.items or activities else LessonRecord.Why.READ
    complete(request.user, page.translation_key, why)
    return redirect(_next_url(page, request))


def _lead_to_the_next(page, request, left, undone):
    """Go to what is left, in the order of the lesson, and say what it is."""
    order = [child.id for child in page.body]
    next_id = min([*left, *undone], key=lambda id: order.index(id) if id in order else len(order))
    if next_id in undone:
        messages.warning(request, _("Not everything is done yet. The next exercise is here."))
        return redirect(f"{request.path}#block-{next_id}")
    messages.warning(request, _("Not all questions are answered yet. The next one is here."))
    return redirect(f"{request.path}#item-{next_id}")


def do_reader(page, request, argument, attempt, items):
    """Keep whom the learner reads as. What was typed is saved by now."""
    response = redirect(request.path)
    keep_reader(request, response, argument)
    return response


def _answers(attempt, version):
    """Return the responses to the items as they are asked now."""
    current = {tuple(pair) for pair in version.items}
    responses = attempt.responses.select_related("item_version")
    return [
        response for response in responses if (str(response.item_id), response.item_version.digest) in current
    ]


def _next_url(page, request):
    """Ask whoever knows the course what follows this lesson."""
    for find in hooks.get_hooks("lifelong_after_lesson"):
        url = find(page, request)
        if url:
            return url
    return request.path
