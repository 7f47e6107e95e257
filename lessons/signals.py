"""News from lessons."""

from django.dispatch import Signal

# Sent once, after a learner's completion of a lesson is committed, with `record`.
lesson_completed = Signal()
