"""What an editor of a hotspot is warned of."""

from quizzes.types.warnings import same_in_translation, without_feedback, without_words


def find_warnings(item):
    wrong = [area for area in item.rules["areas"] if not area["right"]]
    return [
        *without_feedback(item, "areas", wrong, about="name"),
        *without_words(item, "feedback_wrong"),
        *same_in_translation(item, "areas", about="name"),
    ]
