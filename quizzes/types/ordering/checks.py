"""What an editor of an ordering is warned of."""

from quizzes.types.warnings import same_in_translation, without_words


def find_warnings(item):
    return [*without_words(item, "feedback_wrong"), *same_in_translation(item, "steps")]
