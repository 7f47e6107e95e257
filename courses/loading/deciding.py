"""What to do with something that files, site and memory may each see differently."""

import hashlib
import json
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a page or of a translated sentence."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


def decide(wanted, shown, remembered, *, overwrite=False):
    """Return the `Outcome` for one thing. All three are digests.

    `wanted` is what the files say, `shown` what the site holds (None: nothing), `remembered`
    what was last written from the files (None: never). Where the site holds neither what is
    wanted nor what was written, somebody has changed or deleted it, and it is kept that way.
    """
    if shown == wanted:
        return Outcome.UNCHANGED
    if shown == remembered or overwrite:
        return Outcome.CREATED if shown is None else Outcome.UPDATED
    return Outcome.KEPT


def digest(value):
    """Return the SHA-256 of plain data, or None for None."""
    if value is None:
        return None
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
