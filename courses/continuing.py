"""Where a learner goes on."""


def next_step(outline, progress):
    """Return the first step that is the learner's to do, or None: what waits for a teacher or a result is not."""
    done = progress.completed | progress.waiting | progress.handed_in
    return next((step for step in outline.steps if step.key not in done), None)


def place_in(step, progress):
    """Return the address of the very place in a step where the learner was."""
    position = progress.positions.get(step.key)
    return f"{step.url}#{position}" if position else step.url
