"""Where a learner goes on."""


def next_step(outline, progress):
    """Return the first step that is not completed, or None when all are."""
    return next((step for step in outline.steps if step.key not in progress.completed), None)


def place_in(step, progress):
    """Return the address of the very place in a step where the learner was."""
    position = progress.positions.get(step.key)
    return f"{step.url}#{position}" if position else step.url
