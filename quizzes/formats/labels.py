"""Labels and difficulty of a question as the tags of other programs, and back."""

from quizzes.blocks import DIFFICULTIES

MOST_CHARACTERS = 200  # of all labels of a question, as in the editor
DIFFICULTY = "difficulty:"


def tags_of(value):
    """Return the tags that a question is to have elsewhere; how hard it is becomes one of them."""
    tags = [tag.strip() for tag in (value.get("tags") or "").split(",")]
    if value.get("difficulty"):
        tags.append(f"{DIFFICULTY}{value['difficulty']}")
    return [tag for tag in tags if tag]


def labels_from(tags):
    """Return ({"tags", "difficulty"}, the tags for which there is no room). A comma inside a tag becomes a space."""
    labels, left, difficulty = [], [], ""
    for tag in dict.fromkeys(" ".join(tag.replace(",", " ").split()) for tag in tags):
        if tag.removeprefix(DIFFICULTY) in dict(DIFFICULTIES) and tag.startswith(DIFFICULTY):
            difficulty = tag.removeprefix(DIFFICULTY)
        elif len(", ".join([*labels, tag])) > MOST_CHARACTERS:
            left.append(tag)
        elif tag:
            labels.append(tag)
    return {"tags": ", ".join(labels), "difficulty": difficulty}, ", ".join(left)[:MOST_CHARACTERS]
