"""What stands below an activity for one learner: the box "I did it", or that it is done."""

from django.template.loader import render_to_string


def show_end(block_id, is_done):
    return render_to_string("lessons/activities/end.html", {"block_id": block_id, "is_done": is_done})
