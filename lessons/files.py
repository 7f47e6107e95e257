"""What a learner is told of a file before fetching it over a slow line: its type and size."""

from pathlib import PurePath

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def describe_file(file):
    """Return such as "PDF, 120 kB". Asks the storage; a file that is gone has no size."""
    kind = PurePath(file.name).suffix.lstrip(".").upper()
    try:
        size = say_size(file.size)
    except OSError:
        size = ""
    return ", ".join(part for part in (kind, size) if part)


def say_size(size):
    """Return a number of bytes in words, never more exact than somebody needs who waits for it."""
    if size < 1_000_000:
        return _("%(size)s kB") % {"size": number_format(max(round(size / 1000), 1))}
    megabytes = round(size / 1_000_000, 1)
    return _("%(size)s MB") % {"size": number_format(megabytes, 1 if megabytes < 10 else 0)}


def say_minutes(seconds):
    """Return such as "3:05", or "" where nobody knows."""
    minutes, rest = divmod(round(seconds or 0), 60)
    return f"{minutes}:{rest:02}" if seconds else ""
