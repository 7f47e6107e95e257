"""How much may be handed in. The school's own figures come from the settings."""

from django.conf import settings

MB = 1024 * 1024
FILES_AT_ONCE = 5  # of the largest size, in one form


def most_bytes():
    """Return how large one file may be."""
    return int(getattr(settings, "LIFELONG_HAND_IN_FILE_MB", 10) * MB)


def most_bytes_of_learner():
    """Return how much one learner may keep here altogether."""
    return int(getattr(settings, "LIFELONG_HAND_IN_LEARNER_MB", 200) * MB)


def most_bytes_at_once():
    """Return how large a whole form may be, files and all."""
    return FILES_AT_ONCE * most_bytes() + 3 * MB


def in_mb(size):
    """Return a number of bytes as megabytes, rounded up: what is refused is never called small enough."""
    return -(-size // MB)
