"""System checks: an answer that was acknowledged must survive a power cut."""

import sqlite3
from pathlib import Path

from django.core.checks import Error, Tags, Warning, register
from django.db import connections

REPAIRED = (3, 51, 3)
HINT = 'Set OPTIONS["init_command"] to "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;".'
NETWORK_SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"}


@register(Tags.database)
def sqlite_keeps_what_it_was_given(app_configs, databases=None, **kwargs):
    """Say plainly what about SQLite would lose answers: the library, the journal, `synchronous`, a network share."""
    found = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor == "sqlite" and not connection.is_in_memory_db():
            found += _library() + _pragmas(connection) + _share(Path(connection.settings_dict["NAME"]))
    return found


def _library():
    if sqlite3.sqlite_version_info >= REPAIRED:
        return []
    return [
        Warning(
            f"SQLite {sqlite3.sqlite_version} can corrupt a database in WAL mode.",
            hint="Install pysqlite3 (it is in requirements/runtime.txt), which brings a repaired SQLite.",
            id="lifelong_quizzes.W001",
        )
    ]


def _pragmas(connection):
    with connection.cursor() as cursor:
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    found = []
    if journal != "wal":
        found.append(
            Warning(f"The journal mode is {journal}, not WAL.", hint=HINT, id="lifelong_quizzes.W002")
        )
    if synchronous < 2:
        found.append(
            Error(
                "PRAGMA synchronous is not FULL: a power cut loses answers.",
                hint=HINT,
                id="lifelong_quizzes.E003",
            )
        )
    return found


def _share(database):
    """Find the file system that holds the database, on Linux."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return []
    points = [line.split()[1:3] for line in mounts.read_text().splitlines()]
    folder = str(database.resolve().parent)
    inside = [
        (len(point), kind) for point, kind in points if f"{folder}/".startswith(point.rstrip("/") + "/")
    ]
    kind = max(inside, default=(0, ""))[1]
    if kind not in NETWORK_SHARES:
        return []
    message = f"The database lies on a network share ({kind}), where SQLite's locks do not hold."
    return [Error(message, hint="Move it to a disk of this computer.", id="lifelong_quizzes.E004")]
