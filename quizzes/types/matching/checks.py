"""What an editor of a matching is warned of."""

from quizzes.types.warnings import same_in_translation, without_feedback


def find_warnings(item):
    return [
        *without_feedback(item, "pairs", item.rules["pairs"], about="prompt"),
        *same_in_translation(item, "pairs", about="prompt"),
        *same_in_translation(item, "pairs", about="match"),
    ]
