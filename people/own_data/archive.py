"""A person's file: one ZIP with a page to read, tables for a spreadsheet, the same for a program, and their files."""

import json
import tempfile
import zipfile
from pathlib import PurePosixPath

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from languages import spreadsheets
from people.models import name_of

from .parts import parts_of, plain

IN_MEMORY = 2 * 1024 * 1024  # above this the archive grows on the disk, and goes with the answer


def make(person):
    """Return an open file with the ZIP of all that is kept of a person, in the language in force."""
    parts = parts_of(person)
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - whoever sends it closes it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        files = [kept for part in parts for kept in _put_files(archive, part)]
        archive.writestr("index.html", _page(person, parts, files))
        archive.writestr("data.json", json.dumps(_as_data(parts), ensure_ascii=False, indent=1))
        for part in parts:
            archive.writestr(f"{part.name}.csv", spreadsheets.as_csv([part.columns, *part.shown_rows]))
    file.seek(0)
    return file


def file_name():
    """Return a name that tells nobody at a shared computer whose file it is."""
    return f"my-data-{timezone.localdate():%Y-%m-%d}.zip"


def _page(person, parts, files):
    context = {"name": name_of(person), "parts": parts, "files": files, "made_at": timezone.now()}
    return render_to_string("people/own_data/archive.html", context | {"language": get_language()})


def _as_data(parts):
    tables = {
        part.name: {"columns": part.columns, "rows": [[plain(cell) for cell in row] for row in part.rows]}
        for part in parts
    }
    return {"made_at": timezone.now().isoformat(), "language": get_language(), "tables": tables}


def _put_files(archive, part):
    """Put the part's files in, numbered, for two may have one name; yield (where, name). One that is lost is not."""
    for number, (name, kept) in enumerate(part.files, 1):
        where = f"files/{part.name}-{number}{PurePosixPath(name).suffix}"
        try:
            source = kept.open("rb")
        except OSError:  # the back-up that was restored did not have it
            continue
        with source, archive.open(where, "w") as target:
            for chunk in source.chunks():
                target.write(chunk)
        yield where, name
