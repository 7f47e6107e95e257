"""News from the quiz engine."""

from django.dispatch import Signal

# Sent inside the transaction that saves answers, with `attempt` and `typed` (a list of `quizzes.saving.Typed`).
# A receiver that raises undoes the saving: do little.
answers_saved = Signal()

# Sent once, after a test is finished and committed, with `attempt`.
attempt_submitted = Signal()

# Sent when marks on a page changed afterwards, once for all that changed together and after their commit, with
# `page_key` and `changes`: a list of (attempt, its total until now, None while it had none). There may be hundreds:
# ask in sets.
attempts_regraded = Signal()
