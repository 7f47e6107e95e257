"""What an editor of a true or false is warned of."""

from quizzes.types.warnings import without_words


def find_warnings(item):
    return without_words(item, "feedback_false" if item.rules["is_true"] else "feedback_true")
