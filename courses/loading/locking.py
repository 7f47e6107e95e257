"""One load at a time: two at once would both make the page that neither of them found."""

import hashlib
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

try:
    import fcntl
except ImportError:  # no such locks here; two loads at once are then for the person at the keyboard to avoid
    fcntl = None


@contextmanager
def one_load(tell_waiting=lambda: None):
    """Wait until nobody on this computer loads into this database. A load that is killed lets go by itself."""
    with _file().open("w") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                tell_waiting()
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _file():
    where = [str(connection.settings_dict[name]) for name in ("ENGINE", "HOST", "PORT", "NAME")]
    name = hashlib.sha256("\n".join(where).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"lifelong-content-{name}.lock"
