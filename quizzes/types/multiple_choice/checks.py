"""What an editor of a multiple choice is warned of."""

from quizzes.types.warnings import same_in_translation, without_feedback


def find_warnings(item):
    wrong = [option for option in item.rules["options"] if not option["is_key"]]
    return [*without_feedback(item, "options", wrong), *same_in_translation(item, "options")]
