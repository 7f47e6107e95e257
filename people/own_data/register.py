"""The register of erasures: a restored back-up brings the erased back, and this sends them away again.

It is a table, and a file beside the database, for a back-up that is restored takes the table back with it. Both
know a person by a digest of what no account shares with another and nobody can change; neither names anybody.
"""

import hashlib
import os
from datetime import UTC
from pathlib import Path

from django.conf import settings

from people.models import Erasure


def digest_of(person) -> str:
    """Return by what the register knows a person: the account's number and the moment it was made."""
    made_at = getattr(person, "date_joined", None)
    made = made_at.astimezone(UTC).isoformat() if made_at else person.get_username()
    return hashlib.sha256(f"lifelong-erasure {person.pk} {made}".encode()).hexdigest()


def place() -> Path | None:
    """Return where the file is; a site that names none in LIFELONG_ERASURE_REGISTER has the table only."""
    path = getattr(settings, "LIFELONG_ERASURE_REGISTER", None)
    return Path(path) if path else None


def in_file(path=None) -> set[str]:
    """Return the digests in the file, or in one that was saved elsewhere. What a power cut left half is none."""
    path = path or place()
    if not path or not path.exists():
        return set()
    digests = (
        line.partition(" ")[0] for line in path.read_text(encoding="ascii", errors="replace").splitlines()
    )
    return {digest for digest in digests if len(digest) == 64}


def write_down() -> None:
    """Bring into the file what the table has more, and wait until it is on the disk. Safe to call twice."""
    path = place()
    if path is None:
        return
    missing = Erasure.objects.exclude(digest__in=in_file()).order_by("pk")
    lines = "".join(f"\n{one.digest} {one.erased_on}\n" for one in missing)
    if lines:
        with path.open("a", encoding="ascii") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
